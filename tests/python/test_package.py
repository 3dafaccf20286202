"""The project as a dbt package: another project can install it and build its models."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scripts import PROJECT


def test_another_project_can_install_it(tmp_path: Path) -> None:
    """A host project with its own name installs the package, switches sources and builds a layer of it."""
    host = tmp_path / "host"
    (host / "models").mkdir(parents=True)
    (host / "dbt_project.yml").write_text(
        "name: host\nversion: '1.0'\nconfig-version: 2\nprofile: firstparty\n"
        "vars:\n  firstparty:\n    sources: [crm]\n"
        f"    raw_path: {PROJECT / 'sample' / 'data'}\n"
    )
    (host / "packages.yml").write_text(f"packages:\n  - local: {PROJECT}\n")
    (host / "profiles.yml").write_text(
        "firstparty:\n  target: duckdb\n  outputs:\n    duckdb:\n      type: duckdb\n      path: host.duckdb\n"
        f"      module_paths: ['{PROJECT / 'macros' / 'python'}']\n      plugins: [{{module: duckdb_functions}}]\n"
    )
    (host / "models" / "contacts.sql").write_text("select contact_id, email from {{ ref('stg_crm__contacts') }}\n")
    dbt = str(Path(sys.executable).parent / "dbt")
    for arguments in (["deps"], ["build", "--select", "+contacts", "--indirect-selection", "buildable"]):
        finished = subprocess.run(
            [dbt, *arguments], cwd=host, env={**os.environ}, capture_output=True, text=True, check=False
        )
        assert finished.returncode == 0, finished.stdout[-3000:]
