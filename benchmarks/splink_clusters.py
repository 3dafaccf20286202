"""Cluster one file of people with Splink, as its demos do: train on the file itself, predict, cluster, no labels.

    python -m benchmarks.splink_clusters PEOPLE OUT

Runs under Splink 4 or 5, in an environment that has no other part of the project. Charts are left out, and with them
`retain_intermediate_calculation_columns`, which only charts need.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on, comparison_library

from benchmarks.splink_demos import MATCH_PROBABILITY, Comparison, Demo, Rule, demo_for

RELEASE = int(version("splink").partition(".")[0])


def splink_rule(rule: Rule) -> object:
    """A blocking rule as Splink takes it."""
    return rule if isinstance(rule, str) else block_on(*rule)


def splink_comparison(comparison: Comparison) -> object:
    """A comparison as Splink takes it."""
    made = getattr(comparison_library, comparison.kind)(*comparison.columns, **comparison.options)
    return made.configure(term_frequency_adjustments=True) if comparison.adjusts_term_frequencies else made


def splink_linker(connection: duckdb.DuckDBPyConnection, table: str, demo: Demo) -> Linker:
    """A linker over a table of the connection."""
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        blocking_rules_to_generate_predictions=[splink_rule(rule) for rule in demo.blocks],
        comparisons=[splink_comparison(comparison) for comparison in demo.comparisons],
    )
    database = DuckDBAPI(connection=connection)
    if RELEASE == 4:
        return Linker(table, settings, db_api=database)
    return Linker(database.register(table), settings)


def write_clusters(people: Path, out: Path) -> None:
    """Write record_id and cluster_id of every record in a Parquet file of people to another."""
    with duckdb.connect() as connection:
        source = "read_parquet('{}')".format(str(people).replace("'", "''"))
        demo = demo_for(name for name, *_ in connection.execute(f"describe from {source}").fetchall())
        derived = "".join(f", {expression} as {name}" for name, expression in demo.derived.items())
        connection.execute(f"create table people as select *{derived} from {source}")
        linker = splink_linker(connection, "people", demo)
        training = linker.training
        training.estimate_probability_two_random_records_match(
            [splink_rule(rule) for rule in demo.sure], recall=demo.recall
        )
        random_pairs = demo.random_pairs[RELEASE]
        training.estimate_u_using_random_sampling(max_pairs=random_pairs.most, seed=random_pairs.seed)
        for rule in demo.training:
            training.estimate_parameters_using_expectation_maximisation(
                splink_rule(rule), estimate_without_term_frequencies=not demo.trains_with_term_frequencies
            )
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            linker.inference.predict(), threshold_match_probability=MATCH_PROBABILITY
        )
        quoted = str(out).replace("'", "''")
        connection.execute(
            f"copy (select record_id, cluster_id from {clusters.physical_name}) to '{quoted}' (format parquet)"
        )


if __name__ == "__main__":
    write_clusters(Path(sys.argv[1]), Path(sys.argv[2]))
