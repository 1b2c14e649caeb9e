"""align build at corpus scale: python benchmarks/build.py (a table of the README). Articles are made of corpora/news.

Linux only: memory is that of the build's process and all its workers, from /proc, looked at twice a second.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from corpora import multiplied, recombined, written

ROOT = Path(__file__).parents[1]
TURNS = 3
"""Times that what is compared is run."""
COMMAND = [sys.executable, "-c", "import sys; from align.cli import main; main()", "build"]


def build(*arguments: str) -> tuple[dict[str, object], float, list[float]]:
    """The summary of a build, its seconds as a whole process, and the megabytes that all of it had over time."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([*COMMAND, *arguments, "--json"], cwd=ROOT, stdout=out, stderr=subprocess.DEVNULL)
        sizes = []
        while process.poll() is None:
            sizes.append(_memory(process.pid))
            time.sleep(0.5)
        seconds = time.perf_counter() - start
        assert process.returncode == 0, process.returncode
        out.seek(0)
        return json.load(out), seconds, sizes


def _memory(pid: int) -> float:
    """Megabytes that a process and its children hold, shared pages counted once each by their share."""
    total = 0
    for each in [pid, *children(pid)]:
        try:
            lines = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def children(pid: int) -> list[int]:
    try:
        own = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []
    return [*own, *(far for child in own for far in children(child))]


def _flat(sizes: Sequence[float]) -> str:
    """The most that was held in each quarter of the time."""
    quarters = [sizes[k * len(sizes) // 4 : (k + 1) * len(sizes) // 4] for k in range(4)]
    return ", ".join(f"{max(some, default=0):.0f}" for some in quarters)


def _row(what: str, told: dict[str, object], seconds: float, sizes: Sequence[float], more: str = "") -> None:
    done = int(str(told["pairs"])) - int(str(told["skipped"]))
    pace = f"{done / seconds:.0f} pairs/s, {int(str(told['sentences'])) / seconds:,.0f} sentences/s"
    click.echo(f"| {what} | {pace} | {_flat(sizes)} | {more} |")


@click.command()
@click.option("--pairs", default=20_000, show_default=True)
@click.option("--small", default=2_000, show_default=True, help="Pairs of the rows that compare.")
@click.option(
    "--mismatched", default=4_000, show_default=True, help="Pairs of the row with one in ten that is no translation."
)
@click.option("--folder", help="A folder of articles, for a row of its own.")
@click.option("--cluster/--no-cluster", default=True)
def main(pairs: int, small: int, mismatched: int, folder: str | None, cluster: bool) -> None:
    click.echo("| what | pace, whole process | MB, by quarter of the time | |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        if small:
            compared(base, small, cluster)
        if pairs:
            written(base / "many", multiplied(pairs))
            told, seconds, sizes = build(str(base / "many"), "-o", str(base / "many.tmx"), "--jobs", "2")
            size = (base / "many.tm").stat().st_size / (1 << 20)
            _row(
                f"{pairs:,} pairs to store and TMX",
                told,
                seconds,
                sizes,
                f"{told['units_added']:,} units, store {size:.0f} MB",
            )
        if mismatched:
            wrong_ones(base, mismatched)
        if folder:
            told, seconds, sizes = build(folder, "-o", str(base / "own.tmx"), "--jobs", "2")
            _row(f"{Path(folder).name}, {told['pairs']} pairs", told, seconds, sizes)


def compared(base: Path, small: int, cluster: bool) -> None:
    """One process, two, and two workers of a Dask cluster, on the same pairs, in turns; the best of each, since machines are noisy."""
    written(base / "small", multiplied(small))
    best: dict[str, tuple[float, dict[str, object], list[float]]] = {}

    def timed(name: str, *arguments: str) -> None:
        for path in base.glob("timed.tm*"):
            path.unlink()
        told, seconds, sizes = build(str(base / "small"), "--store", str(base / "timed.tm"), *arguments)
        if name not in best or seconds < best[name][0]:
            best[name] = seconds, told, sizes

    with Cluster(base) if cluster else contextlib.nullcontext("") as address:
        if cluster:  # so that both workers have loaded what they need
            build(
                str(base / "small" / "000" / "a0000[0-9]*.txt"),
                "--store",
                str(base / "warm.tm"),
                "--scheduler",
                address,
            )
        for _ in range(TURNS):
            timed("1 process", "--jobs", "1")
            timed("2 processes", "--jobs", "2")
            if cluster:
                timed("Dask with two workers", "--scheduler", address)
    for name, (seconds, told, sizes) in best.items():
        more = {
            "1 process": "",
            "2 processes": f"{best['1 process'][0] / seconds:.2f} times as fast as one",
            "Dask with two workers": f"{seconds / best['2 processes'][0]:.2f} times the pool's time",
        }
        _row(f"{small:,} pairs, {name}", told, seconds, sizes, more[name])


def wrong_ones(base: Path, many: int) -> None:
    """How well pairs that are no translations are set aside."""
    articles = list(recombined(many))
    written(base / "mixed", iter(articles))  # type: ignore[arg-type]
    told, seconds, sizes = build(str(base / "mixed"), "--store", str(base / "mixed.tm"), "--jobs", "2")
    aside = {int(Path(pair["source"]).name[1:7]) for pair in told["set_aside"]}  # type: ignore[attr-defined]
    wrong = {k for k, (_, _, right) in enumerate(articles) if not right}
    both = len(aside & wrong)
    quality = (
        f"set aside: precision {both / max(len(aside), 1):.4f}, recall {both / max(len(wrong), 1):.4f} of {len(wrong)}"
    )
    _row(f"{many:,} pairs, a tenth no translations", told, seconds, sizes, quality)


class Cluster:
    """A Dask scheduler and two workers on this machine; the address of the scheduler."""

    def __init__(self, folder: Path) -> None:
        self.told = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> str:
        self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.told)
        )
        while not self.told.exists():
            time.sleep(0.1)
        address = str(json.loads(self.told.read_text(encoding="utf-8"))["address"])
        for _ in range(2):
            self._start("worker", address, "--nthreads", "1", "--no-dashboard")
        return address

    def _start(self, *arguments: str) -> None:
        self.processes.append(
            subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments],
                cwd=self.told.parent,
                env=os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


if __name__ == "__main__":
    main()
