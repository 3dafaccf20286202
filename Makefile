# The two commands are `make build` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help build test tests lint types cases unit readme docs identity weights compare explain what-if save restore review browser-test kill-test spark-up spark-down spark-build spark-test benchmark benchmark-spark lock clean

# Switches on the tests of the code itself, as opposed to those of the data, and every model.
TEST_CODE := {test_code: true, match_labels: true, pairs_to_label: 200}

PYTHON ?= python3
TURNS ?= 3
PAGE ?= benchmarks/identity.md
CHART ?= target/match_weights.svg
PORT ?= 8700
COMPARISON ?= target/comparison
BIN := .venv/bin
export DBT_SEND_ANONYMOUS_USAGE_STATS := false

help:  ## List the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/.ready: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	touch $@

.venv-bouncer/.ready: requirements-bouncer.lock
	$(PYTHON) -m venv .venv-bouncer
	.venv-bouncer/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements-bouncer.lock
	touch $@

.venv-spark/.ready: requirements-spark.lock
	$(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements-spark.lock
	touch $@

.venv-splink%/.ready: requirements-splink%.lock
	$(PYTHON) -m venv .venv-splink$*
	.venv-splink$*/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements-splink$*.lock
	touch $@

build: .venv/.ready  ## Environment from the lock file, then a full dbt build of the sample company
	$(BIN)/dbt build

test: build  ## Everything that the code must do: the build on the sample, types, dbt unit tests, pytest
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target types tests

tests: cases unit

lint: .venv/.ready .venv-bouncer/.ready  ## Style gates over SQL and the manifest (four minutes)
	$(BIN)/dbt parse --warn-error --quiet --vars '$(TEST_CODE)' --target-path target/lint
	.venv-bouncer/bin/dbt-bouncer run --config-file dbt-bouncer.yml
	FIRSTPARTY_DATABASE=target/lint.duckdb $(BIN)/sqlfluff lint models tests analyses --processes 2 --disable-progress-bar

types: .venv/.ready  ## Static types and style of Python, style of YAML
	$(BIN)/mypy .
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/yamllint --strict .

# dbt takes the types of a unit test's rows from tables: those of models that the build leaves out are made empty, in a copy.
cases: .venv/.ready  ## dbt unit tests and the tables of cases for macros
	cp firstparty.duckdb target/cases.duckdb
	FIRSTPARTY_DATABASE=target/cases.duckdb $(BIN)/dbt run --empty --quiet --select path:models/identity/intermediate/matching path:models/identity/intermediate/labels --vars '$(TEST_CODE)' --target-path target/cases
	FIRSTPARTY_DATABASE=target/cases.duckdb $(BIN)/dbt test --select test_type:unit path:tests/macros --vars '$(TEST_CODE)' --target-path target/cases

unit: cases  ## pytest: macros, landing, identity, consent, gate, destinations, manifest
	$(BIN)/pytest --numprocesses 3 --dist loadfile --durations 12

readme: .venv/.ready  ## Run every command that the README shows
	$(BIN)/python -m scripts.run_readme

docs: .venv/.ready  ## dbt docs as one page at target/static_index.html
	$(BIN)/dbt docs generate --static

identity: .venv/.ready  ## Resolve a file of people: make identity PEOPLE=<file> OUT=<file> [ATTRIBUTES=a,b] [DATABASE=<file>] [LABELS=<file>] [QUESTIONS=<file>]
	@$(BIN)/python -m scripts.resolve_identity --people "$(PEOPLE)" --out "$(OUT)" --attributes "$(ATTRIBUTES)" --database "$(DATABASE)" --labels "$(LABELS)" --questions "$(QUESTIONS)"

weights: .venv/.ready  ## Draw what was learned about pairs of records: make weights [CHART=target/match_weights.svg]
	@$(BIN)/python -m scripts.match_chart --out "$(CHART)"

compare: .venv/.ready  ## What a change does to people: make compare BEFORE=<database> AFTER=<database> [COMPARISON=target/comparison]
	@$(BIN)/python -m scripts.compare_builds --before "$(BEFORE)" --after "$(AFTER)" --out "$(COMPARISON)"

explain: .venv/.ready  ## Why records are one person, as pages with drawings: make explain PERSON=<id> (or PAIR="<record> <record>") [OUT=target/explained] [DATABASE=...]
	@$(BIN)/python -m scripts.explain_person --person "$(PERSON)" --pair "$(PAIR)" --out "$(or $(OUT),target/explained)" --database "$(DATABASE)"

what-if: .venv/.ready  ## What becomes of people without some evidence: make what-if WITHOUT="pair <record> <record>" ("value <type> <value>", "rule <type>")
	@$(BIN)/python -m scripts.what_if $(WITHOUT)

save: .venv/.ready  ## Save what no source can give back, lasting ids and answers among it: make save TO=<new folder>
	@$(BIN)/python -m scripts.saved_logs save --folder "$(TO)"

restore: .venv/.ready  ## Put it back, and lose no row: make restore FROM=<folder> [REPLACE=schema.table,...]
	@$(BIN)/python -m scripts.saved_logs restore --folder "$(FROM)" --replace "$(REPLACE)"

review: .venv/.ready  ## Ask about the pairs of the review queue, on a page of this machine: make review [AUTHOR=name] [PORT=8700]
	@$(BIN)/python -m scripts.review --author "$(AUTHOR)" --port "$(PORT)"

benchmark: .venv/.ready .venv-splink4/.ready .venv-splink5/.ready  ## Accuracy and cost of identity beside Splink: make benchmark FILES="people.parquet" [TURNS=3]
	@$(BIN)/python -m benchmarks.identity $(FILES) --turns $(TURNS) --page $(PAGE)

browser-test: build  ## Pages in a real browser (needs chromium and chromedriver)
	$(BIN)/pytest --durations 5 tests/browser

kill-test: .venv/.ready  ## A build that is killed twenty times at random points ends as one that nobody disturbs (twenty minutes)
	$(BIN)/pytest tests/kills

spark-up: .venv/.ready .venv-spark/.ready  ## Start a Spark cluster on this machine: master, two workers, Thrift server (needs Java 17)
	$(BIN)/python -m scripts.spark_cluster up

spark-down: .venv/.ready  ## Stop that cluster; its tables stay in target/spark
	$(BIN)/python -m scripts.spark_cluster down

spark-build: spark-up  ## A full build of the sample company on that cluster
	$(BIN)/python -m scripts.spark_build --target-path target/spark-dbt

# Generic data tests are left out here: each table is compared with DuckDB's, on which they hold.
spark-test: .venv/.ready .venv-spark/.ready  ## A build on a new cluster and pytest on it; the cluster stays when a test fails
	$(BIN)/python -m scripts.spark_cluster down
	$(RM) -r target/spark
	$(BIN)/python -m scripts.spark_cluster up
	$(BIN)/python -m scripts.spark_build --target-path target/spark-dbt --exclude test_type:generic
	$(BIN)/pytest --durations 12 tests/spark
	$(BIN)/python -m scripts.spark_cluster down

benchmark-spark: .venv/.ready .venv-spark/.ready  ## Cost of a build on Spark at three sizes, on one executor and on two (half an hour)
	@$(BIN)/python -m benchmarks.spark_scale

lock: .venv/.ready  ## Renew the lock files from pyproject.toml (needs uv)
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 --group dev pyproject.toml -o requirements.lock
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 requirements-bouncer.in -o requirements-bouncer.lock
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 requirements-spark.in -o requirements-spark.lock
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 requirements-splink4.in -o requirements-splink4.lock
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 requirements-splink5.in -o requirements-splink5.lock

clean:  ## Remove what the commands made, the environments excepted
	$(RM) -r target logs firstparty.duckdb firstparty.duckdb.wal
