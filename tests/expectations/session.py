"""The part that talks to Great Expectations; importing it takes seconds, so `runner` does it only when a suite runs.

The DuckDB file cannot be opened a second time while dbt holds it, so there the library's data source is given cursors
of dbt's own connection. Spark is reached through its Thrift server, in the dialect of Hive.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping, Sequence
from typing import Any

import great_expectations as gx
from great_expectations import expectations as gxe
from great_expectations.core import ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity

from .declarations import Check
from .warehouses import Session, ThriftServer

for name in ("great_expectations", "great_expectations.data_context.types.base"):
    logging.getLogger(name).setLevel(logging.ERROR)


def data_source_options(session: Session) -> dict[str, Any]:
    """How the library connects: arguments of its `add_sql`."""
    if isinstance(session, ThriftServer):
        return {"connection_string": f"hive://{session.host}:{session.port}"}
    from .duckdb_cursors import StatementConnection  # noqa: PLC0415 - only where DuckDB is the engine

    return {
        "connection_string": "duckdb:///:memory:",  # never opened: the creator is used instead
        "kwargs": {"creator": lambda: StatementConnection(session)},
    }


def validate(
    suite: str,
    checks: Mapping[str, Sequence[Check]],
    addresses: Mapping[str, str],
    session: Session,
    pages: str | None,
) -> dict[tuple[str, str], ExpectationValidationResult]:
    """Run the checks of each table in one go.

    Args:
        suite: Name of the suite.
        checks: Table to its checks, queries complete.
        addresses: Table to its quoted address.
        session: dbt's DuckDB connection, or a Thrift server.
        pages: Folder of the Data Docs site; none for no pages.

    Returns:
        The library's result for each (table, check name). Results carry counts, never rows.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_sql(name="warehouse", create_temp_table=False, **data_source_options(session))
    definitions = []
    for table, table_checks in checks.items():
        batch = source.add_query_asset(name=table, query=f"select * from {addresses[table]}")
        expectation_suite = context.suites.add(
            gx.ExpectationSuite(name=f"{suite}__{table}", expectations=[_expectation(check) for check in table_checks])
        )
        definitions.append(
            context.validation_definitions.add(
                gx.ValidationDefinition(
                    name=f"{suite}__{table}",
                    data=batch.add_batch_definition("all rows"),
                    suite=expectation_suite,
                )
            )
        )
    outcome = context.checkpoints.add(
        gx.Checkpoint(
            name=suite,
            validation_definitions=definitions,
            result_format={"result_format": "SUMMARY", "partial_unexpected_count": 0},
        )
    ).run()
    if pages is not None:
        shutil.rmtree(pages, ignore_errors=True)
        site: Any = {
            "class_name": "SiteBuilder",
            "show_how_to_buttons": False,
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": pages},
        }
        context.add_data_docs_site(site_name=suite, site_config=site)
        context.build_data_docs(site_names=[suite])
    results = [result for validation in outcome.run_results.values() for result in validation.results]
    return {_key(result): result for result in results}


def _key(result: ExpectationValidationResult) -> tuple[str, str]:
    """Table and name of the check behind a result."""
    meta = result.expectation_config.meta if result.expectation_config else None
    if meta is None:
        raise ValueError("a result without its check")
    return meta["table"], meta["name"]


def _expectation(check: Check) -> Expectation:
    kind: type[Expectation] = getattr(gxe, check.expectation)
    return kind(
        **check.arguments,
        severity=FailureSeverity(check.severity),
        description=check.name.replace("_", " "),
        meta={"table": check.table, "name": check.name},
    )
