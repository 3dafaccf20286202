"""The page of the identity benchmark: what was measured, as Markdown tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from benchmarks.evaluate import Scores
from benchmarks.measure import Cost
from benchmarks.pair_scores import BIN_STARTS, PairScores

OURS = "firstparty"
# What ours is divided by the others' in.
FIGURES = (attrgetter("seconds"), attrgetter("processor_seconds"), attrgetter("peak_mb"))


@dataclass(frozen=True)
class Run:
    """One run of one tool on one set of people, and how good its clusters were."""

    people: str
    tool: str
    turn: int
    cost: Cost
    scores: Scores


@dataclass(frozen=True)
class Day:
    """Our run on the database that the turn's first one kept, with the file a day later, in which records changed."""

    people: str
    turn: int
    changes: int
    cost: Cost


@dataclass(frozen=True)
class Machine:
    """What the runs had at hand: cores, memory in 10⁹ bytes, the version of DuckDB."""

    cores: int
    memory_gb: float
    duckdb: str


def names(runs: Sequence[Run], attribute: Callable[[Run], str]) -> list[str]:
    """The different values of an attribute, in the order of the runs."""
    return list(dict.fromkeys(attribute(run) for run in runs))


def of(runs: Sequence[Run], people: str, tool: str) -> list[Run]:
    """The runs of one tool on one set, by turn."""
    return sorted((run for run in runs if (run.people, run.tool) == (people, tool)), key=lambda run: run.turn)


def typical_scores(runs: Sequence[Run]) -> Scores:
    """The scores of the run whose pairwise F1 is the median, the lower of two."""
    ranked = sorted(runs, key=lambda run: (run.scores.pair_f1, run.turn))
    return ranked[(len(ranked) - 1) // 2].scores


def ratio(runs: Sequence[Run], people: str, tool: str, figure: Callable[[Cost], float]) -> float:
    """A figure of ours divided by the tool's in the same turn, the median over the turns."""
    ours, theirs = of(runs, people, OURS), of(runs, people, tool)
    return median(figure(our.cost) / figure(their.cost) for our, their in zip(ours, theirs, strict=True))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> str:
    """A Markdown table; the first `left` columns are set to the left, the rest to the right."""
    rule = ["---"] * left + ["---:"] * (len(head) - left)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def accuracy(runs: Sequence[Run]) -> str:
    """The table of how good the clusters are."""
    rows = []
    for people in names(runs, lambda run: run.people):
        for tool in names(runs, lambda run: run.tool):
            scores = typical_scores(of(runs, people, tool))
            shares = (
                scores.pair_precision,
                scores.pair_recall,
                scores.pair_f1,
                scores.bcubed_f1,
                scores.cluster_f1,
            )
            rows.append([people, tool, f"{scores.clusters:,}", *(f"{share:.3f}" for share in shares)])
    return table(
        ["set", "tool", "persons found", "pair precision", "pair recall", "pair F1", "B-cubed F1", "cluster F1"],
        rows,
        left=2,
    )


def costs(runs: Sequence[Run]) -> str:
    """The table of time and memory, with what ours takes for each unit of the other's."""
    rows = []
    for people in names(runs, lambda run: run.people):
        for tool in names(runs, lambda run: run.tool):
            found = [run.cost for run in of(runs, people, tool)]
            seconds = [cost.seconds for cost in found]
            ratios = [""] * len(FIGURES)
            if tool != OURS:
                ratios = [f"{ratio(runs, people, tool, figure):.2f}" for figure in FIGURES]
            rows.append(
                [
                    people,
                    tool,
                    f"{median(seconds):.1f}",
                    f"{min(seconds):.1f} to {max(seconds):.1f}",
                    f"{median(cost.processor_seconds for cost in found):.1f}",
                    f"{median(cost.peak_mb for cost in found):,.0f}",
                    *ratios,
                ]
            )
    head = ["set", "tool", "seconds", "range", "processor seconds", "peak MB"]
    return table([*head, "seconds, ours ÷ its", "processor, ours ÷ its", "memory, ours ÷ its"], rows, left=2)


def sets(runs: Sequence[Run]) -> str:
    """The table of what was resolved."""
    rows = []
    for people in names(runs, lambda run: run.people):
        scores = next(run.scores for run in runs if run.people == people)
        rows.append([people, f"{scores.records:,}", f"{scores.entities:,}", f"{scores.true_pairs:,}"])
    return table(["set", "records", "persons", "pairs of one person"], rows, left=1)


def blocking(scored: Mapping[str, PairScores]) -> str:
    """The table of what our blocking found."""
    rows = [
        [people, f"{scores.candidates:,}", f"{scores.true_pairs:,}", f"{scores.blocking_recall:.3f}"]
        for people, scores in scored.items()
    ]
    return table(["set", "candidate pairs", "pairs of one person", "of these compared"], rows, left=1)


def calibration(scored: Mapping[str, PairScores]) -> str:
    """The table of probabilities, said and true, with the number of pairs, by set and bin."""
    ends = [*BIN_STARTS[1:], 1.0]
    rows = []
    for people, scores in scored.items():
        bins = {found.start: found for found in scores.bins}
        cells = []
        for start in BIN_STARTS:
            found = bins.get(start)
            cells.append(f"{found.said:.3f} / {found.one_person / found.pairs:.3f} of {found.pairs:,}" if found else "")
        rows.append([people, *cells])
    head = ["set", *(f"{start:g} to {end:g}" for start, end in zip(BIN_STARTS, ends, strict=True))]
    return table(head, rows, left=1)


def later(runs: Sequence[Run], days: Sequence[Day]) -> str:
    """The table of what a day of change takes, beside the first run of its turn."""
    rows = []
    for people in names(runs, lambda run: run.people):
        firsts = of(runs, people, OURS)
        found = sorted((day for day in days if day.people == people), key=lambda day: day.turn)
        shares = [
            median(figure(day.cost) / figure(first.cost) for day, first in zip(found, firsts, strict=True))
            for figure in FIGURES[:2]
        ]
        rows.append(
            [
                people,
                f"{found[0].changes:,}",
                f"{median(day.cost.seconds for day in found):.1f}",
                *(f"{share:.2f}" for share in shares),
            ]
        )
    head = ["set", "records corrected, new or gone", "seconds", "seconds, of a first run's"]
    return table([*head, "processor, of a first run's"], rows, left=1)


def page(
    runs: Sequence[Run], days: Sequence[Day], scored: Mapping[str, PairScores], machine: Machine, chart_name: str
) -> str:
    """The whole page."""
    turns = max(run.turn for run in runs)
    tools = ", ".join(names(runs, lambda run: run.tool))
    return f"""# Identity: accuracy and cost beside Splink

Written by `make benchmark`; renew it with that, not by hand.

![F1 and time by tool and set]({chart_name})

{sets(runs)}

Run by turns, {turns} of each, in this order: {tools}.
{machine.cores} cores, {machine.memory_gb:.0f} GB, DuckDB {machine.duckdb} in all.

## Accuracy

{accuracy(runs)}

No tool sees a label. Of the turns, the one with the median F1 is shown. Pairwise: of the pairs put together, how many
are one person (precision), and of those that are, how many were put together (recall). B-cubed: the same for each
record, averaged over records. Cluster: persons found whole and with nobody else among them.

## Our pairs

{blocking(scored)}

Pairs that blocking does not compare can still be put together, by way of a third record.

{calibration(scored)}

The probability that a pair is one person, in bins: the mean of what was said / the share that is true, and the number
of candidate pairs. Clusters rest on all pairs of their records, so one wrong pair does not make a wrong person.

## Cost

{costs(runs)}

From the file of people to the file of clusters, start of the process included; medians of the turns. Seconds are of the
clock; processor seconds are what the cores worked, and say more where the machine had other work too. Memory is the
largest sum of resident memory over the processes of the command, sampled twenty times a second; a page that two
processes share counts in both. Ratios are made within each turn, and their median is shown: they hold where the seconds
of another machine differ. Below 1, ours takes less.

## A day later

{later(runs, days)}

`make identity` once more on the database that it kept, after a hundredth of the file changed: six of eight changes are
corrections, one is a new record, one a record that is gone. Both runs are on one date: on the next, views and seeds are
made anew as well. Shares are of the first run of the same turn.

## Settings

Ours: `make identity`, told nothing but which attributes the file has beside the standard columns. Splink: the settings
of its own demos, trained on the file itself, clusters at a match probability of 0.95. Which demo belongs to which set,
and where the settings for customers depart from it, is in [splink_demos.py](splink_demos.py). Each release of Splink
has an environment of its own: `requirements-splink4.lock`, `requirements-splink5.lock`.
"""
