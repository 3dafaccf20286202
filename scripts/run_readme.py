"""Run every command that README.md tells its reader to type, in order, and stop at the first that fails.

Commands are the lines of the fenced blocks marked `sh`. `make build`, what that runs, and `make test` are left out:
whoever runs this has run them. Lines are joined where one ends in a backslash or inside single quotes.
"""

from __future__ import annotations

import re
import subprocess
import sys

from scripts import PROJECT

RUN_ALREADY = {"make build", ".venv/bin/dbt build", "make test"}


def commands(text: str) -> list[str]:
    """The shell commands in a Markdown text, comments and empty lines left out."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    found: list[str] = []
    for line in "".join(blocks).replace("\\\n", " ").splitlines():
        if found and found[-1].count("'") % 2:
            found[-1] += "\n" + line
        elif line.strip() and not line.lstrip().startswith("#"):
            found.append(line.strip())
    return found


def main() -> int:
    """Run the commands; the exit code is that of the first that fails, else 0."""
    shown = commands((PROJECT / "README.md").read_text(encoding="utf-8"))
    found = [command for command in shown if command not in RUN_ALREADY]
    for command in found:
        print(f"$ {command}", flush=True)
        finished = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=PROJECT, check=False)
        if finished.returncode != 0:
            print(f"README.md: this command failed: {command}", file=sys.stderr)
            return finished.returncode
    print(f"{len(found)} commands of README.md hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
