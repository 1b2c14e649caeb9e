"""Builds that are killed: python benchmarks/killed.py. After each kill the same command runs again, and the units have to be the same.

Linux only. Killed at random moments, with SIGKILL: the whole build, one of its worker processes, and the scheduler of a Dask
cluster; and a shard is cut short as a power cut leaves it.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click
from build import COMMAND, ROOT, Cluster, children

from corpora import recombined, written

Units = list[tuple[object, ...]]


def units(store: Path) -> Units:
    """All that a store has, but for the time of day."""
    with sqlite3.connect(store) as connection:
        return connection.execute(
            "SELECT d.id, d.state, d.parallel, d.error, u.id, u.bead, u.source, u.target, u.confidence, u.flags, u.first"
            " FROM documents AS d LEFT JOIN units AS u ON u.document = d.number ORDER BY d.number, u.id"
        ).fetchall()


def start(folder: Path, store: Path, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, str(folder), "--store", str(store), *more],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def again(folder: Path, store: Path) -> None:
    assert start(folder, store, "--jobs", "2").wait() == 0


def whole(folder: Path, store: Path, moment: float) -> None:
    """The build itself dies."""
    process = start(folder, store, "--jobs", "2")
    time.sleep(moment)
    process.kill()
    process.wait()
    again(folder, store)


def worker(folder: Path, store: Path, moment: float) -> None:
    """A worker dies; the build has to end by itself."""
    process = start(folder, store, "--jobs", "2")
    time.sleep(moment)
    for child in children(process.pid)[-1:]:
        os.kill(child, signal.SIGKILL)
    assert process.wait() == 0


def scheduler(folder: Path, store: Path, moment: float) -> None:
    """The scheduler of a cluster dies, and there is none any more."""
    with tempfile.TemporaryDirectory() as name:
        cluster = Cluster(Path(name))
        with cluster as address:
            process = start(folder, store, "--scheduler", address)
            time.sleep(moment)
            cluster.processes[0].kill()
            assert process.wait() in (0, 2)
    again(folder, store)


def shard(folder: Path, store: Path, moment: float) -> None:
    """The build dies, and the newest shard is left shorter than it was."""
    process = start(folder, store, "--jobs", "2")
    time.sleep(moment)
    process.kill()
    process.wait()
    shards = sorted(Path(f"{store}.work").glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns)
    for path in shards[-1:]:
        os.truncate(path, path.stat().st_size // 2)
    again(folder, store)


@click.command()
@click.option("--pairs", default=300, show_default=True)
@click.option("--times", default=20, show_default=True)
@click.option("--only", default="whole,worker,scheduler,shard", show_default=True)
def main(pairs: int, times: int, only: str) -> None:
    rng = random.Random(1)
    click.echo("| what is killed | times | the same units |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        written(base / "articles", recombined(pairs))  # type: ignore[arg-type]
        begin = time.perf_counter()
        again(base / "articles", base / "undisturbed.tm")
        length = time.perf_counter() - begin
        wanted = units(base / "undisturbed.tm")
        ways: list[Callable[[Path, Path, float], None]] = [whole, worker, scheduler, shard]
        for way in (way for way in ways if way.__name__ in only.split(",")):
            right = 0
            for turn in range(times):
                store = base / f"{way.__name__}{turn}.tm"
                way(base / "articles", store, rng.uniform(0.2, length))
                right += units(store) == wanted
            click.echo(f"| {way.__name__} | {times} | {right} |")


if __name__ == "__main__":
    main()
