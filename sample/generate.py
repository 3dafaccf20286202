"""Makes the sample company: `python -m sample.generate --people 2000 --seed 7 --out sample`.

The same arguments give the same bytes. Households are made, lived and forgotten one by one, so
memory does not grow with their number.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from sample.commerce import products
from sample.digital import spend
from sample.lives import live
from sample.marked import write_marked
from sample.output import Company
from sample.people import Population
from sample.scene import Scene


def generate(people: int, seed: int, out: Path) -> Company:
    """Writes `out`/data and `out`/truth anew; both are emptied first."""
    for folder in (out / "data", out / "truth"):
        if folder.exists():
            shutil.rmtree(folder)
    company = Company(out, seed)
    products(company)
    spend(company)
    population = Population(people, seed)
    while (made := population.next_household()) is not None:
        household, dice = made
        scene = Scene(company, household, dice)
        for person in household.members:
            live(scene, person)
        scene.settle_shared()
        members = [person.person_id for person in household.members]
        company.end_household(household.household_id, members, household.country.code)
    write_marked(company)
    company.close()
    return company


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Make the sample company.")
    parser.add_argument("--people", type=int, default=2000, help="how many people")
    parser.add_argument("--seed", type=int, default=7, help="other seeds give other people")
    parser.add_argument("--out", type=Path, default=Path("sample"), help="folder for data/ and truth/")
    arguments = parser.parse_args()
    if arguments.people < 1:
        parser.error("--people must be at least 1")
    company = generate(arguments.people, arguments.seed, arguments.out)
    for name, table in company.tables.items():
        print(f"{name:36}{table.row_count:>9}")
    print(f"{'records in the truth':36}{company.record_count:>9}")


if __name__ == "__main__":
    main()
