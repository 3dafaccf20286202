"""Splink's settings for each kind of people file: those of its own published demos, on our column names.

    historical_50k   docs/demos/examples/duckdb/deduplicate_50k_synthetic
    febrl3           docs/demos/examples/duckdb/febrl3
    fake_1000        docs/demos/examples/duckdb/accuracy_analysis_from_labels_column
    customers        deduplicate_50k_synthetic, adapted: no demo has customers with e-mail, phone and address

Releases 4 and 5 publish the same rules and comparisons; the number of random pairs and the seed differ, and each
release gets its own. Release 5: https://github.com/moj-analytical-services/splink/tree/e22dacdda967988fe701368d5bc21a54eebba0cf
Release 4: https://github.com/moj-analytical-services/splink/tree/v4.0.16
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Where deduplicate_50k_synthetic, the demo that makes clusters, cuts; the others get the same.
MATCH_PROBABILITY = 0.95

# SQL expressions that must be equal on both sides, or a condition over the sides l and r.
Rule = tuple[str, ...] | str


@dataclass(frozen=True)
class Comparison:
    """One comparison, by the name of its class in splink.comparison_library."""

    kind: str
    columns: tuple[str, ...]
    options: Mapping[str, object] = field(default_factory=dict)
    adjusts_term_frequencies: bool = False


@dataclass(frozen=True)
class RandomPairs:
    """How many random pairs the u probabilities are estimated from, and from which seed."""

    most: float
    seed: int | None = None


@dataclass(frozen=True)
class Demo:
    """The settings of one demo.

    Attributes:
        columns: what a file must have for these settings.
        derived: SQL by name of further columns.
        blocks: which pairs are candidates.
        sure: pairs that are taken as matches, for the prior.
        recall: the share of matches that `sure` is said to find.
        random_pairs: by release of Splink.
        training: one round of expectation maximisation each.
        trains_with_term_frequencies: whether those rounds adjust for them.
    """

    columns: tuple[str, ...]
    blocks: tuple[Rule, ...]
    comparisons: tuple[Comparison, ...]
    sure: tuple[Rule, ...]
    recall: float
    random_pairs: Mapping[int, RandomPairs]
    training: tuple[Rule, ...]
    derived: Mapping[str, str] = field(default_factory=dict)
    trains_with_term_frequencies: bool = False


WHOLE_NAME = {"whole_name": "given_name || ' ' || family_name"}
NAMES_TOGETHER = Comparison(
    "ForenameSurnameComparison",
    ("given_name", "family_name"),
    {"forename_surname_concat_col_name": "whole_name"},
)
BIRTH_DATE = Comparison("DateOfBirthComparison", ("birth_date",), {"input_is_string": True})

HISTORICAL = Demo(
    columns=("given_name", "family_name", "birth_date", "postal_code", "birth_place", "occupation"),
    derived=WHOLE_NAME,
    blocks=(
        ("substr(given_name, 1, 3)", "substr(family_name, 1, 4)"),
        ("family_name", "birth_date"),
        ("given_name", "birth_date"),
        ("postal_code", "given_name"),
        ("postal_code", "family_name"),
        ("birth_date", "birth_place"),
        ("substr(postal_code, 1, 3)", "birth_date"),
        ("substr(postal_code, 1, 3)", "given_name"),
        ("substr(postal_code, 1, 3)", "family_name"),
        ("substr(given_name, 1, 2)", "substr(family_name, 1, 2)", "substr(birth_date, 1, 4)"),
    ),
    comparisons=(
        NAMES_TOGETHER,
        BIRTH_DATE,
        Comparison("PostcodeComparison", ("postal_code",)),
        Comparison("ExactMatch", ("birth_place",), adjusts_term_frequencies=True),
        Comparison("ExactMatch", ("occupation",), adjusts_term_frequencies=True),
    ),
    sure=(
        ("given_name", "family_name", "birth_date"),
        ("substr(given_name, 1, 2)", "family_name", "substr(postal_code, 1, 2)"),
        ("birth_date", "postal_code"),
    ),
    recall=0.6,
    random_pairs={4: RandomPairs(5e6), 5: RandomPairs(1e7)},
    training=(("given_name", "family_name"), ("birth_date",)),
)

FEBRL3 = Demo(
    columns=("given_name", "family_name", "birth_date", "national_id", "street_address", "postal_code"),
    derived={"street_number": "nullif(regexp_extract(street_address, '^[0-9]+'), '')"},
    blocks=(("national_id",), ("given_name",), ("family_name",), ("birth_date",), ("postal_code",)),
    comparisons=(
        Comparison("NameComparison", ("given_name",)),
        Comparison("NameComparison", ("family_name",)),
        BIRTH_DATE,
        Comparison("DamerauLevenshteinAtThresholds", ("national_id",), {"distance_threshold_or_thresholds": [2]}),
        Comparison("ExactMatch", ("street_number",), adjusts_term_frequencies=True),
        Comparison("ExactMatch", ("postal_code",), adjusts_term_frequencies=True),
    ),
    sure=(
        ("national_id",),
        ("given_name", "family_name", "birth_date"),
        "l.given_name = r.family_name and l.family_name = r.given_name and l.birth_date = r.birth_date",
    ),
    recall=0.9,
    random_pairs={4: RandomPairs(1e6), 5: RandomPairs(1e6, seed=2)},
    training=(("birth_date",), ("postal_code",)),
    trains_with_term_frequencies=True,
)

FAKE_1000 = Demo(
    columns=("given_name", "family_name", "birth_date", "city", "email"),
    blocks=(("given_name",), ("family_name",), ("birth_date",), ("email",)),
    comparisons=(
        Comparison("ForenameSurnameComparison", ("given_name", "family_name")),
        BIRTH_DATE,
        Comparison("ExactMatch", ("city",), adjusts_term_frequencies=True),
        Comparison("EmailComparison", ("email",)),
    ),
    sure=(
        "l.given_name = r.given_name and levenshtein(r.birth_date, l.birth_date) <= 1",
        "l.family_name = r.family_name and levenshtein(r.birth_date, l.birth_date) <= 1",
        "l.given_name = r.given_name and levenshtein(r.family_name, l.family_name) <= 2",
        "l.email = r.email",
    ),
    recall=0.7,
    random_pairs={4: RandomPairs(1e6, seed=5), 5: RandomPairs(1e6, seed=5)},
    training=(("birth_date",), ("email",), ("given_name", "family_name")),
)

# The adaptation. A city stands for the birth place; e-mail and phone block like the other identifiers. Four rules of
# the demo are left out: the first letters of both names, also with the year of birth, and three characters of the
# postal code with one name. Their pairs grow with the square of the records, and on 100,000 customers they take F1 from
# .69 down to .58. Postal codes are compared by edits, for PostcodeComparison knows British ones only.
CUSTOMERS = Demo(
    columns=(
        "given_name",
        "family_name",
        "birth_date",
        "email",
        "phone",
        "street_address",
        "city",
        "postal_code",
    ),
    derived=WHOLE_NAME,
    blocks=(
        ("email",),
        ("phone",),
        ("family_name", "birth_date"),
        ("given_name", "birth_date"),
        ("postal_code", "given_name"),
        ("postal_code", "family_name"),
        ("birth_date", "city"),
        ("substr(postal_code, 1, 3)", "birth_date"),
    ),
    comparisons=(
        NAMES_TOGETHER,
        BIRTH_DATE,
        Comparison("EmailComparison", ("email",)),
        Comparison("LevenshteinAtThresholds", ("phone",), {"distance_threshold_or_thresholds": [1, 2]}),
        Comparison("LevenshteinAtThresholds", ("street_address",), {"distance_threshold_or_thresholds": [2, 5]}),
        Comparison("LevenshteinAtThresholds", ("postal_code",), {"distance_threshold_or_thresholds": [1, 2]}),
        Comparison("ExactMatch", ("city",), adjusts_term_frequencies=True),
    ),
    sure=(
        ("given_name", "family_name", "birth_date"),
        ("substr(given_name, 1, 2)", "family_name", "postal_code"),
        ("birth_date", "postal_code"),
    ),
    recall=0.6,
    random_pairs={4: RandomPairs(5e6), 5: RandomPairs(1e7)},
    training=(("given_name", "family_name"), ("birth_date",)),
)

# The one that uses most columns first.
DEMOS = (CUSTOMERS, HISTORICAL, FEBRL3, FAKE_1000)


def demo_for(columns: Iterable[str]) -> Demo:
    """The settings for a file with these columns.

    Raises:
        ValueError: no demo's columns are all there.
    """
    present = set(columns)
    for demo in DEMOS:
        if present.issuperset(demo.columns):
            return demo
    wanted = "; ".join(", ".join(demo.columns) for demo in DEMOS)
    raise ValueError(f"Splink publishes no settings for these columns. One of these sets must be there: {wanted}")
