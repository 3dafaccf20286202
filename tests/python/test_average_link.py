"""Average link by the fixpoint materialization: what it merges, and in how few rounds whatever the graph."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping

import pytest

from .fixpoint_project import FixpointProject

MODELS = {
    "links.sql": """
select
    * replace (cast(left_cluster as integer) as left_cluster, cast(right_cluster as integer) as right_cluster),
    false as is_merged
from input.links
""",
    "merged.sql": """
{{ config(materialized='fixpoint', initial='links', max_iterations=400) }}
-- depends_on: {{ ref('links') }}
with previous as (select * from {{ firstparty.fixpoint_previous() }}),
{{ firstparty.merged_links('previous', firstparty.average_link(), is_traced=false) }}
select * from merged_links
""",
}
COLUMNS = ("left_cluster", "right_cluster", "weight", "scored_count", "left_size", "right_size")
NAT = 1_000_000
AGAINST = NAT // 2  # what a pair that was never scored counts against a merge

Weights = Mapping[tuple[int, int], int]


class Clusters(FixpointProject):
    """Merges one graph after another."""

    def merge(self, weights: Weights, threshold: float = 0.5) -> tuple[dict[int, int], int]:
        """Clusters by record, and the number of rounds."""
        self.load("links", COLUMNS, [[*pair, weight, 1, 1, 1] for pair, weight in weights.items()])
        rounds = self.settle("merged", "links", variables={"match_threshold": threshold})
        placed = dict(self.query("select right_cluster, left_cluster from merged where is_merged"))

        def cluster_of(record: int) -> int:
            while record in placed:
                record = placed[record]
            return record

        return {record: cluster_of(record) for pair in weights for record in pair}, rounds


@pytest.fixture(scope="module")
def clusters(tmp_path_factory: pytest.TempPathFactory) -> Clusters:
    """One project for all tests of this module."""
    return Clusters(tmp_path_factory.mktemp("clusters"), ["cross_db", "materializations", "matching"], MODELS)


def merged_one_by_one(weights: Weights) -> dict[int, int]:
    """Average link as books have it: the best pair of all merges, until none is above zero."""
    members = {record: {record} for pair in weights for record in pair}

    def score(one: int, other: int) -> float:
        pairs = [(min(pair), max(pair)) for pair in itertools.product(members[one], members[other])]
        return sum(weights.get(pair, -AGAINST) for pair in pairs) / len(pairs)

    while len(members) > 1:
        best, one, other = max((score(one, other), one, other) for one, other in itertools.combinations(members, 2))
        if best <= 0:
            break
        members[min(one, other)] |= members.pop(max(one, other))
    return {record: min(group) for group in members.values() for record in group}


def test_same_as_merging_the_best_pair_each_time(clusters: Clusters) -> None:
    """Sixty random graphs, no two weights equal: that many merge in one round changes nothing."""
    chance = random.Random(11)
    weights: dict[tuple[int, int], int] = {}
    expected: dict[int, int] = {}
    for number in range(60):
        records = chance.sample(range(number * 1000, number * 1000 + 999), chance.randint(2, 14))
        pairs = [(min(pair), max(pair)) for pair in itertools.combinations(records, 2) if chance.random() < 0.6]
        graph = {pair: chance.randint(-6 * NAT, 12 * NAT) for pair in pairs}
        weights |= graph
        expected |= merged_one_by_one(graph)
    merged, _ = clusters.merge(weights)
    assert merged == expected


def clique(size: int, weight: int = 5 * NAT) -> dict[tuple[int, int], int]:
    """All pairs of so many records, equally alike."""
    return dict.fromkeys(itertools.combinations(range(1, size + 1), 2), weight)


def test_equal_records_merge_by_halves(clusters: Clusters) -> None:
    """Three hundred equal records of one person become one cluster in few rounds, though every link scores the same."""
    merged, rounds = clusters.merge(clique(300))
    assert set(merged.values()) == {1}
    assert rounds <= 30


def test_hub_that_all_prefer(clusters: Clusters) -> None:
    """All like one record best and each other a little: one could merge in a round, until scores count as the same."""
    size = 400
    weights = clique(size, NAT // 100) | {(1, other): 10 * NAT for other in range(2, size + 1)}
    merged, rounds = clusters.merge(weights)
    assert set(merged.values()) == {1}
    assert rounds <= 130


def test_weights_that_grow_along_a_chain(clusters: Clusters) -> None:
    """Of two thousand links each is better than the one before, so that at first only the last two ends merge."""
    weights = {(place, place + 1): 8 * NAT + 1000 * place for place in range(1, 2000)}
    _, rounds = clusters.merge(weights)
    assert rounds <= 130


def test_star(clusters: Clusters) -> None:
    """Ten thousand records that only one hub speaks for: it takes some, and strangers to each other stay apart."""
    weights = {(1, leaf): 6 * NAT for leaf in range(2, 10_002)}
    merged, rounds = clusters.merge(weights)
    assert sum(cluster == 1 for cluster in merged.values()) <= 14
    assert rounds <= 20


def test_hub_of_records_that_nothing_speaks_for_or_against(clusters: Clusters) -> None:
    """One record a round goes to the hub, for no two others like each other; in the end the rest stay apart."""
    size = 300
    weights = clique(size, 0) | {(1, other): 10 * NAT for other in range(2, size + 1)}
    merged, rounds = clusters.merge(weights)
    assert 100 < sum(cluster == 1 for cluster in merged.values()) < size
    assert rounds <= 202


def test_threshold(clusters: Clusters) -> None:
    """A merge must be above the odds that are asked for: three to one (1.0986 nats), nine to one (2.1972)."""
    weights = {(1, 2): 1_099_000, (3, 4): 1_098_000, (5, 6): 2_198_000, (7, 8): 2_197_000}
    assert clusters.merge(weights)[0] == {1: 1, 2: 1, 3: 3, 4: 3, 5: 5, 6: 5, 7: 7, 8: 7}
    assert clusters.merge(weights, 0.75)[0] == {1: 1, 2: 1, 3: 3, 4: 4, 5: 5, 6: 5, 7: 7, 8: 7}
    assert clusters.merge(weights, 0.9)[0] == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5, 7: 7, 8: 8}


def test_threshold_that_is_no_probability(clusters: Clusters) -> None:
    """It is said so, before anything is built."""
    assert not clusters.invoke("links", "merged", variables={"match_threshold": 90})
    assert any("var match_threshold is 90: it must lie between 0 and 1" in message for message in clusters.messages)


def test_nothing_to_merge(clusters: Clusters) -> None:
    """No links, and links that all speak against."""
    assert clusters.merge({})[0] == {}
    assert clusters.merge({(1, 2): -NAT, (2, 3): -1})[0] == {1: 1, 2: 2, 3: 3}
