"""Connected components by the fixpoint materialization against networkx.

A small dbt project of its own, with the real macros, a table of edges and one model that runs the real step: what is
tested is the materialization, the loop and the SQL together, through dbt.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable

import networkx as nx
import pytest

from .fixpoint_project import FixpointProject

MODELS = {
    "vertices.sql": "select vertex, vertex as parent from input.vertices",
    "components.sql": """
{{ config(materialized='fixpoint', initial='vertices', max_iterations=var('max_iterations', 60)) }}
-- depends_on: {{ ref('vertices') }}
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),
edges as (select * from input.edges),
{{ firstparty.component_step('pointers', 'edges') }}
select * from hooked_pointers
""",
    "counted.sql": """
{{ config(materialized='fixpoint', initial='vertices', settled_by='parent', max_iterations=60) }}
-- depends_on: {{ ref('vertices') }}
select vertex, least(parent + 1, 7) as parent from {{ firstparty.fixpoint_previous() }}
""",
    "endless.sql": """
{{ config(materialized='fixpoint', initial='vertices', max_iterations=5) }}
-- depends_on: {{ ref('vertices') }}
select vertex, parent + 1 as parent from {{ firstparty.fixpoint_previous() }}
""",
}

Edge = tuple[int | None, int | None]


class Graphs(FixpointProject):
    """Finds the components of one graph after another."""

    def load_graph(self, vertices: Iterable[int], edges: Iterable[Edge]) -> None:
        """Replace the graph."""
        self.load("vertices", ["vertex"], [[vertex] for vertex in vertices])
        self.load("edges", ["left_vertex", "right_vertex"], [list(edge) for edge in edges])

    def components(self, vertices: Iterable[int], edges: Iterable[Edge]) -> tuple[dict[int, int], int]:
        """Labels by vertex, and the number of rounds."""
        self.load_graph(vertices, edges)
        rounds = self.settle("components", "vertices")
        rows = self.query("select vertex, parent from components")
        assert len(rows) == len({row[0] for row in rows})
        return dict(rows), rounds


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Graphs:
    """One project for all tests of this module."""
    return Graphs(tmp_path_factory.mktemp("graphs"), ["cross_db", "materializations", "identity"], MODELS)


def expected(vertices: Iterable[int], edges: Iterable[Edge]) -> dict[int, int]:
    """What networkx says: the smallest vertex of each vertex's component."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(vertices)
    graph.add_edges_from(edge for edge in edges if None not in edge)
    return {vertex: min(part) for part in nx.connected_components(graph) for vertex in part}


def shuffled_chain(length: int, seed: int) -> list[Edge]:
    """A path over vertices 1 to length in random order."""
    order = list(range(1, length + 1))
    random.Random(seed).shuffle(order)
    return list(itertools.pairwise(order))


def test_random_graphs_equal_networkx(graphs: Graphs) -> None:
    """120 random graphs, sparse to dense, side by side in one table."""
    chance = random.Random(7)
    vertices: list[int] = []
    edges: list[Edge] = []
    for number in range(120):
        size = chance.randint(1, 60)
        members = chance.sample(range(number * 1000, number * 1000 + 999), size)
        vertices += members
        edges += [(chance.choice(members), chance.choice(members)) for _ in range(int(size * chance.random() * 2))]
    labels, rounds = graphs.components(vertices, edges)
    assert labels == expected(vertices, edges)
    assert rounds <= 12


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shuffled_chain_of_a_thousand(graphs: Graphs, seed: int) -> None:
    """Logarithmic rounds, where label propagation would need hundreds."""
    edges = shuffled_chain(1000, seed)
    labels, rounds = graphs.components(range(1, 1001), edges)
    assert set(labels.values()) == {1}
    assert rounds <= 20


def test_sorted_chain_of_a_thousand(graphs: Graphs) -> None:
    """The order that is worst for hooking onto the smaller neighbour."""
    labels, rounds = graphs.components(range(1, 1001), [(left, left + 1) for left in range(1, 1000)])
    assert set(labels.values()) == {1}
    assert rounds <= 20


def test_star_and_cycle(graphs: Graphs) -> None:
    """A star whose hub is its largest vertex, and a cycle."""
    star: list[Edge] = [(500, leaf) for leaf in range(1, 400)]
    cycle: list[Edge] = [(1000 + step, 1000 + (step + 1) % 300) for step in range(300)]
    vertices = [500, *range(1, 400), *range(1000, 1300)]
    labels, rounds = graphs.components(vertices, star + cycle)
    assert labels == expected(vertices, star + cycle)
    assert rounds <= 14


def test_loops_repeats_nulls_and_strangers(graphs: Graphs) -> None:
    """Loops, the same edge three times and backwards, null ends, an end that is no vertex."""
    edges: list[Edge] = [(1, 1), (2, 3), (2, 3), (3, 2), (None, 1), (4, None), (None, None), (4, 99)]
    labels, _ = graphs.components([1, 2, 3, 4], edges)
    assert labels == {1: 1, 2: 2, 3: 2, 4: 4}


def test_no_edges_and_no_vertices(graphs: Graphs) -> None:
    """Isolated vertices keep their own label; an empty graph gives an empty table."""
    assert graphs.components([5, 6], [])[0] == {5: 5, 6: 6}
    assert graphs.components([], [])[0] == {}


def test_a_model_that_counts_its_rounds_ends_where_the_count_stays(graphs: Graphs) -> None:
    """The loop ends when no round adds to the greatest value, and rows are not compared: fewer may have changed."""
    graphs.load_graph([1, 5], [])
    assert graphs.settle("counted", "vertices") == 3
    assert graphs.query("select vertex, parent from counted order by vertex") == [(1, 4), (5, 7)]
    graphs.load_graph([], [])
    assert graphs.settle("counted", "vertices") == 1


def test_endless_model_fails_with_its_name(graphs: Graphs) -> None:
    """A SELECT that never settles ends in an error that names the model and the limit."""
    graphs.load_graph([1], [])
    assert not graphs.invoke("vertices", "endless")
    assert any("fixpoint model 'endless' still changes after 5 rounds" in message for message in graphs.messages)
    tables = {row[0] for row in graphs.query("select table_name from duckdb_tables()")}
    assert not tables & {"endless", "endless__previous", "endless__next"}
