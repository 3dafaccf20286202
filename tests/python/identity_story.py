"""Stories told to the ordinary identity models through a tiny file of people that changes from day to day."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb

from .conftest import Workspace

COLUMNS = ("record_id", "given_name", "family_name", "birth_date", "email", "phone", "country", "user_id")
Row = tuple[str, ...]


class Story(Workspace):
    """A file of people that changes from day to day, and the identity layer built on it."""

    values_table: str | None = None

    @classmethod
    def begin(cls, database: Path, folder: Path) -> Story:
        """A story in a folder of its own that begins with a copy of a database."""
        folder.mkdir(exist_ok=True)
        story = cls(folder)
        shutil.copy(database, story.database)
        return story

    def run(self, *command: str, day: str) -> None:
        """Run dbt as of a day, with the file of people as the only source; fails the test when dbt does."""
        people = {"path": str(self.folder / "people.csv"), "format": "csv"}
        outcome = self.dbt(
            *command,
            variables={
                "as_of": day,
                "sources": ["people_files"],
                "source_locations": {"people_files.people": people},
                "identifier_overrides_table": self.values_table,
            },
        )
        assert outcome.succeeded, outcome.output[-3000:]

    def build(self, day: str, rows: Sequence[Row], *options: str) -> dict[str, str]:
        """Write the file, build the layer as of a day, and return person_id by source record id."""
        with (self.folder / "people.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            writer.writerows(rows)
        people_models = ["path:models/staging/people_files,resource_type:model"]
        models = ["--select", *people_models, "path:models/identity,resource_type:model", *options]
        self.run("run", *models, day=day)
        return dict(self.query("select source_record_id, person_id from identity.person_records"))

    def decide(self, left: str, override: str, right: str, expires_on: str | None = None) -> None:
        """Write an override on two people of the file into the seed's table."""
        decision = (f"people_files:{left}", f"people_files:{right}", override, "Kim", "asked them", None, expires_on)
        with duckdb.connect(str(self.database)) as connection:
            connection.execute("insert into seeds.identity_overrides values (?, ?, ?, ?, ?, ?, ?)", decision)

    def decide_value(self, identifier_type: str, identifier_value: str, override: str) -> None:
        """Write an override on a value into a table of its own, that var identifier_overrides_table names."""
        self.values_table = "seeds.decided_values"
        with duckdb.connect(str(self.database)) as connection:
            connection.execute(
                f"create table if not exists {self.values_table} as select * from seeds.identifier_overrides limit 0"
            )
            connection.execute(
                f"insert into {self.values_table} values (?, ?, ?, 'Kim', 'asked them', null, null)",
                (identifier_type, identifier_value, override),
            )
