"""Broken input at random over every reader, splitter and recogniser, or whole commands; goes on where it stopped.

python benchmarks/fuzz.py [--many N] [--minutes M] [--state FILE] [--commands] [--start K]

Ends with 1 where something did not hold; each failure is told by the number of its case, which `tests/fuzzing.py` makes again.
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import time
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests import fuzzing

HANG = 10
"""Seconds after which a case hangs."""


@click.command()
@click.option("--many", default=1_000_000, show_default=True)
@click.option("--minutes", default=0.0, help="Stop after so many; 0 for never.")
@click.option("--state", default="fuzz.state.json", show_default=True, help="Where the run is noted.")
@click.option("--commands", is_flag=True, help="Whole commands in this process.")
@click.option("--start", default=0, show_default=True, help="Number of the first case of a run that has no state.")
def main(many: int, minutes: float, state: str, commands: bool, start: int) -> None:
    noted = Path(state)
    told = json.loads(noted.read_text()) if noted.exists() else {"next": start, "failures": []}
    end = time.monotonic() + minutes * 60 if minutes else float("inf")
    signal.signal(signal.SIGALRM, _hangs)
    work = _command if commands else fuzzing.hold
    number = told["next"]
    while number < start + many and time.monotonic() < end:
        signal.alarm(HANG)
        try:
            work(number)
        except Exception as error:
            told["failures"].append([number, f"{type(error).__name__}: {error}"[:300]])
            click.echo(f"case {number}: {type(error).__name__}: {str(error)[:200]}")
        signal.alarm(0)
        number += 1
        if number % 1000 == 0:
            noted.write_text(json.dumps(told | {"next": number}))
    noted.write_text(json.dumps(told | {"next": number}))
    click.echo(f"{number - start} cases, {len(told['failures'])} failures")
    sys.exit(bool(told["failures"]))


def _hangs(*_: object) -> None:
    raise TimeoutError(f"more than {HANG} s")


def _command(number: int) -> None:
    """align check of the case, as the command line runs it."""
    from click.testing import CliRunner

    from align.cli import cli
    from align.errors import AlignError

    kind, data = fuzzing.case(number)
    with tempfile.TemporaryDirectory() as folder:
        file, other = Path(folder, f"a.ko.{kind}"), Path(folder, "b.en.txt")
        file.write_bytes(data)
        other.write_text("The meeting was on Nov. 8. It drew 12,000 people.\n", encoding="utf-8")
        alone = kind in ("tmx", "xlf", "json", "jsonl")
        done = CliRunner().invoke(cli, ["check", str(file), *([] if alone else [str(other)]), "--engine", "lexical"])
    if done.exception is not None and not isinstance(done.exception, SystemExit | AlignError | click.ClickException):
        raise done.exception
    assert "fault of align-toolkit" not in done.output, done.output


if __name__ == "__main__":
    main()
