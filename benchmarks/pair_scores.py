"""How good the scores of pairs are, beside the clusters made of them: what blocking found, and whether 80 % means 80 %.

    python -m benchmarks.pair_scores DATABASE TRUTH

The database is one that `make identity DATABASE=…` kept; the truth has the record id in its first column, the person in
its second.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from benchmarks.evaluate import pairs, read_clusters

# Probabilities of one person at which the bins of the calibration begin.
BIN_STARTS = (0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99)

BINS = """
    with judged as (
        select
            1 / (1 + exp(-pair_weights.weight / 1e6)) as probability,
            left_truth.person = right_truth.person as is_one_person
        from identity.int_identity__pair_weights as pair_weights
        inner join identity.int_identity__record_keys as left_keys on pair_weights.left_number = left_keys.record_number
        inner join identity.int_identity__record_keys as right_keys
            on pair_weights.right_number = right_keys.record_number
        inner join truth as left_truth on left_keys.record_id = 'people_files:' || left_truth.record_id
        inner join truth as right_truth on right_keys.record_id = 'people_files:' || right_truth.record_id
    )

    select
        len(list_filter($starts, lambda start: start <= probability)) - 1 as bin,
        count(*),
        avg(probability),
        count(*) filter (where is_one_person)
    from judged
    group by bin
    order by bin
"""


@dataclass(frozen=True)
class Bin:
    """Candidate pairs whose probability of one person begins at `start`: how many, what was said, and how many are."""

    start: float
    pairs: int
    said: float
    one_person: int


@dataclass(frozen=True)
class PairScores:
    """The candidate pairs of one set in bins of probability; true_pairs counts those that blocking missed as well."""

    true_pairs: int
    bins: tuple[Bin, ...]

    @property
    def candidates(self) -> int:
        """Pairs that were compared."""
        return sum(found.pairs for found in self.bins)

    @property
    def blocking_recall(self) -> float:
        """Of the pairs of one person, the share that was compared at all."""
        return sum(found.one_person for found in self.bins) / self.true_pairs if self.true_pairs else 1.0


def score_pairs(database: Path, truth: Mapping[str, str]) -> PairScores:
    """Judge the pairs in a database that `make identity` kept.

    Args:
        database: DuckDB file.
        truth: person by record id.
    """
    sizes: dict[str, int] = {}
    for person in truth.values():
        sizes[person] = sizes.get(person, 0) + 1
    with duckdb.connect(str(database), read_only=True) as connection:
        connection.register("truth", pa.table({"record_id": list(truth), "person": list(truth.values())}))
        rows = connection.execute(BINS, {"starts": list(BIN_STARTS)}).fetchall()
    bins = tuple(Bin(BIN_STARTS[place], count, said, ones) for place, count, said, ones in rows)
    return PairScores(pairs(sizes.values()), bins)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("truth", type=Path)
    options = parser.parse_args(arguments)
    scores = score_pairs(options.database, read_clusters(options.truth))
    print(
        f"{scores.candidates} candidates have {scores.blocking_recall:.4f} of {scores.true_pairs} pairs of one person"
    )
    for found in scores.bins:
        true_share = found.one_person / found.pairs
        print(f"from {found.start:.2f}: {found.pairs} pairs, said {found.said:.3f}, are {true_share:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
