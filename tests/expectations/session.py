"""The part that talks to Great Expectations; importing it takes seconds, so `runner` does it only when a suite runs."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import duckdb_engine
import great_expectations as gx
from great_expectations import expectations as gxe
from great_expectations.core import ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity

from .declarations import Check

logging.getLogger("great_expectations").setLevel(logging.ERROR)


class StatementConnection(duckdb_engine.ConnectionWrapper):
    """A connection whose every cursor is a DuckDB cursor of its own, and whose closing leaves dbt's session open."""

    def __init__(self, session: duckdb.DuckDBPyConnection) -> None:
        """Wrap dbt's session."""
        super().__init__(session)
        self._session = session

    def cursor(self) -> duckdb_engine.CursorWrapper:
        """A wrapper around a new cursor."""
        return duckdb_engine.CursorWrapper(self._session.cursor(), self)

    def close(self) -> None:
        """Mark as closed; the session is dbt's."""
        self.closed = True


def validate(
    suite: str,
    checks: Mapping[str, Sequence[Check]],
    addresses: Mapping[str, str],
    session: duckdb.DuckDBPyConnection,
    pages: str | None,
) -> dict[tuple[str, str], ExpectationValidationResult]:
    """Run the checks of each table in one go.

    Args:
        suite: Name of the suite.
        checks: Table to its checks, queries complete.
        addresses: Table to its quoted address.
        session: dbt's DuckDB connection.
        pages: Folder of the Data Docs site; none for no pages.

    Returns:
        The library's result for each (table, check name). Results carry counts, never rows.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    options: dict[str, Any] = {"kwargs": {"creator": lambda: StatementConnection(session)}}
    source = context.data_sources.add_sql(
        name="warehouse",
        connection_string="duckdb:///:memory:",  # never opened: the creator below is used instead
        create_temp_table=False,
        **options,
    )
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
