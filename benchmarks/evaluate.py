"""How good is a clustering of records into persons, against the truth? Pairwise, B-cubed and whole clusters.

Everything is counted from the contingency table n(cluster, entity), so no pair of records is ever made. Definitions:
pairwise after Menestrina, Whang and Garcia-Molina (2010); B-cubed after Bagga and Baldwin (1998).

    python -m benchmarks.evaluate PREDICTED TRUTH

Both are CSV or Parquet files; the first column is the record id, the second its cluster.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb


def harmonic_mean(precision: float, recall: float) -> float:
    """F1: zero where both are zero."""
    return 0.0 if precision + recall == 0 else 2 * precision * recall / (precision + recall)


@dataclass(frozen=True)
class Scores:
    """Shares between 0 and 1; counts of records, clusters and pairs."""

    records: int
    entities: int
    clusters: int
    largest_cluster: int
    true_pairs: int
    predicted_pairs: int
    right_pairs: int
    pair_precision: float
    pair_recall: float
    pair_f1: float
    bcubed_precision: float
    bcubed_recall: float
    bcubed_f1: float
    cluster_precision: float
    cluster_recall: float
    cluster_f1: float


def pairs(sizes: Iterable[int]) -> int:
    """Number of pairs within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes)


def evaluate(predicted: Mapping[str, str], truth: Mapping[str, str]) -> Scores:
    """Score a clustering.

    Args:
        predicted: cluster by record id. A record of the truth that is missing here counts as a cluster of its own.
        truth: true entity by record id.

    Raises:
        ValueError: the prediction holds records that the truth does not know, or the truth is empty.
    """
    unknown = len(predicted.keys() - truth.keys())
    if unknown:
        raise ValueError(f"{unknown} predicted records are not in the truth")
    if not truth:
        raise ValueError("the truth is empty")
    cells: Counter[tuple[tuple[bool, str], str]] = Counter()
    for record, entity in truth.items():
        cluster = (True, predicted[record]) if record in predicted else (False, record)
        cells[cluster, entity] += 1
    cluster_sizes: Counter[tuple[bool, str]] = Counter()
    entity_sizes: Counter[str] = Counter()
    for (cluster, entity), size in cells.items():
        cluster_sizes[cluster] += size
        entity_sizes[entity] += size
    right, made, wanted = pairs(cells.values()), pairs(cluster_sizes.values()), pairs(entity_sizes.values())
    precision = right / made if made else 1.0
    recall = right / wanted if wanted else 1.0
    bcubed_precision = sum(n * n / cluster_sizes[cluster] for (cluster, _), n in cells.items()) / len(truth)
    bcubed_recall = sum(n * n / entity_sizes[entity] for (_, entity), n in cells.items()) / len(truth)
    whole = sum(n == cluster_sizes[cluster] == entity_sizes[entity] for (cluster, entity), n in cells.items())
    return Scores(
        records=len(truth),
        entities=len(entity_sizes),
        clusters=len(cluster_sizes),
        largest_cluster=max(cluster_sizes.values()),
        true_pairs=wanted,
        predicted_pairs=made,
        right_pairs=right,
        pair_precision=precision,
        pair_recall=recall,
        pair_f1=harmonic_mean(precision, recall),
        bcubed_precision=bcubed_precision,
        bcubed_recall=bcubed_recall,
        bcubed_f1=harmonic_mean(bcubed_precision, bcubed_recall),
        cluster_precision=whole / len(cluster_sizes),
        cluster_recall=whole / len(entity_sizes),
        cluster_f1=harmonic_mean(whole / len(cluster_sizes), whole / len(entity_sizes)),
    )


def read_clusters(path: Path) -> dict[str, str]:
    """Cluster by record id, from the first two columns of a CSV or Parquet file.

    Raises:
        ValueError: there are fewer than two columns, a record id is there twice, or a record has no id or no cluster.
    """
    quoted = str(path).replace("'", "''")
    table = f"read_parquet('{quoted}')" if path.suffix == ".parquet" else f"read_csv('{quoted}', all_varchar = true)"
    with duckdb.connect() as connection:
        names = connection.execute(f"select * from {table} limit 0").description or []
        if len(names) < 2:
            raise ValueError(f"{path.name}: two columns are needed, record id and cluster")
        record, cluster = ('"' + name[0].replace('"', '""') + '"' for name in names[:2])
        found = connection.execute(f"select {record}::varchar, {cluster}::varchar from {table}").fetchall()
    if any(None in row for row in found):
        raise ValueError(f"{path.name}: a record has no id or no cluster")
    clusters = dict(found)
    if len(clusters) < len(found):
        raise ValueError(f"{path.name}: {len(found)} rows but {len(clusters)} record ids")
    return clusters


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of one file against another as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("truth", type=Path)
    options = parser.parse_args(arguments)
    scores = evaluate(read_clusters(options.predicted), read_clusters(options.truth))
    print(json.dumps(asdict(scores), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
