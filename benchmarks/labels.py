"""What two hundred answers bring: F1 of `make identity` without answers and with those to the questions that it asks.

    python -m benchmarks.labels FILES… [--page PAGE] [--seeds 2]

Each file is a Parquet file of people, with the truth beside it in `<stem>_truth.parquet`, as for benchmarks.identity.
The answers are simulated from the truth: first all right, then with one in twenty turned round, for several seeds.
Which pairs are asked about is decided without the truth, once, so nothing else is drawn by lot.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.evaluate import Scores, evaluate, read_clusters
from benchmarks.identity import Input, read_input
from scripts import PROJECT
from scripts.resolve_identity import main as make_identity

WRONG_SHARE = 0.05

PAGE = """# What answers about pairs bring

Written by `python -m benchmarks.labels`. `make identity … QUESTIONS=<file>` chose up to 200 pairs of records to ask
about; the truth answered; `make identity … LABELS=<file>` took the answers. Error is 1 − F1 over pairs of records. With
one answer in twenty turned round: mean of {seeds} draws, the worst in brackets.

| set | questions | not as decided | F1 without answers | F1 with answers | error falls by | F1 with 5 % wrong |
|---|---|---|---|---|---|---|
{rows}

The rule that answers teach starts from coarse coefficients (macro `usual_link_rule`); part of the gain is that start.
How much of it, and how other starts fare, is in [NOTES.md](NOTES.md).
"""


@dataclass(frozen=True)
class Question:
    """A pair of records, and whether it was joined before anybody answered."""

    left: str
    right: str
    is_joined: bool


@dataclass(frozen=True)
class Outcome:
    """Scores of one set, before and after answers; `doubtful` holds those with wrong answers, by seed."""

    name: str
    questions: int
    surprises: int
    before: Scores
    after: Scores
    doubtful: tuple[Scores, ...]

    def row(self) -> str:
        """A line of the page's table."""
        before, after = self.before.pair_f1, self.after.pair_f1
        falls = f"{(after - before) / (1 - before):.0%}" if before < 1 else "–"
        wrong = [scores.pair_f1 for scores in self.doubtful]
        mean = sum(wrong) / len(wrong)
        return (
            f"| {self.name} | {self.questions} | {self.surprises} | {before:.4f} | {after:.4f} | {falls} "
            f"| {mean:.4f} ({min(wrong):.4f}) |"
        )


def identify(people: Input, out: Path, *options: str) -> Scores:
    """Run `make identity` and judge what it wrote.

    Raises:
        RuntimeError: the command failed.
    """
    arguments = ("--people", str(people.path), "--out", str(out), "--attributes", ",".join(people.attributes))
    if make_identity([*arguments, *options]) != 0:
        raise RuntimeError(f"make identity failed on {people.name}")
    return evaluate(read_clusters(out), people.truth)


def read_questions(path: Path, persons: Mapping[str, str]) -> list[Question]:
    """The pairs that were asked about, with whether they were one person before."""
    with path.open(encoding="utf-8", newline="") as file:
        pairs = [(row["record_id_left"], row["record_id_right"]) for row in csv.DictReader(file)]
    return [Question(left, right, persons[left] == persons[right]) for left, right in pairs]


def write_answers(
    questions: Sequence[Question], truth: Mapping[str, str], out: Path, wrong_share: float = 0, seed: int = 0
) -> None:
    """Answer from the truth, and turn a share of the answers round.

    Args:
        questions: what to answer.
        truth: person by record id.
        out: CSV file in the form that LABELS takes.
        wrong_share: share of the answers that are turned round, 0 to 1.
        seed: which ones.
    """
    wrong = set(random.Random(seed).sample(range(len(questions)), round(wrong_share * len(questions))))
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("record_id_left", "record_id_right", "is_same"))
        for place, question in enumerate(questions):
            is_same = (truth[question.left] == truth[question.right]) != (place in wrong)
            writer.writerow((question.left, question.right, "yes" if is_same else "no"))


def asked_and_answered(people: Input, seeds: int) -> Outcome:
    """Ask, answer and resolve one set again, with right answers and with some wrong ones."""
    with tempfile.TemporaryDirectory(prefix="firstparty-labels-") as folder:
        out, asked, answers = (Path(folder) / name for name in ("persons.parquet", "asked.csv", "answers.csv"))
        before = identify(people, out, "--questions", str(asked))
        questions = read_questions(asked, read_clusters(out))
        write_answers(questions, people.truth, answers)
        after = identify(people, out, "--labels", str(answers))
        doubtful = []
        for seed in range(seeds):
            write_answers(questions, people.truth, answers, WRONG_SHARE, seed)
            doubtful.append(identify(people, out, "--labels", str(answers)))
    surprises = sum(
        question.is_joined != (people.truth[question.left] == people.truth[question.right]) for question in questions
    )
    return Outcome(people.name, len(questions), surprises, before, after, tuple(doubtful))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every file and write the page; the exit code is 2 for files that cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--page", type=Path, default=PROJECT / "benchmarks/labels.md")
    options = parser.parse_args(arguments)
    try:
        inputs = [read_input(path) for path in options.files]
    except ValueError as error:
        print(f"benchmarks.labels: {error}", file=sys.stderr)
        return 2
    rows = []
    for people in inputs:
        rows.append(asked_and_answered(people, options.seeds).row())
        print(rows[-1], flush=True)
        options.page.write_text(PAGE.format(seeds=options.seeds, rows="\n".join(rows)), encoding="utf-8")
    print(options.page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
