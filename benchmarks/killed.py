"""What nothing may break: python benchmarks/killed.py. After each trial the same command runs again, and all has to be the same.

Linux only. Killed at random moments, with SIGKILL: the whole build, its last write included, one of its worker processes, and
the scheduler of a Dask cluster; a shard is cut short as a power cut leaves it, the store's log is taken away, four builds run at
once, the clock is set back. Then bits of the store are flipped (benchmarks/flipped.py), and there are corpora of odd sizes.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from build import COMMAND, ROOT, Cluster, children
from flipped import trials

from align.memory.store import Store
from corpora import recombined, written

Units = list[tuple[object, ...]]


def units(store: Path) -> tuple[Units, bytes]:
    """All that a store has, but for the time of day, each row as it was written; and what is delivered."""
    with Store.open(str(store)) as opened:
        opened.checked()
    with sqlite3.connect(store) as connection:
        found = connection.execute(
            "SELECT d.id, d.state, d.parallel, d.error, u.id, u.bead, u.source, u.target, u.confidence, u.flags, u.first"
            " FROM documents AS d LEFT JOIN units AS u ON u.document = d.number ORDER BY d.number, u.id"
        ).fetchall()
    return found, store.with_suffix(".tmx").read_bytes()


def start(folder: Path, store: Path, *more: str) -> subprocess.Popen[bytes]:
    deliver = ["-o", str(store.with_suffix(".tmx")), "--created", "no"]
    return subprocess.Popen(
        [*COMMAND, str(folder), "--store", str(store), *deliver, *more],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def again(folder: Path, store: Path) -> None:
    assert start(folder, store, "--jobs", "2").wait() == 0


def killed(folder: Path, store: Path, moment: float) -> None:
    process = start(folder, store, "--jobs", "2")
    time.sleep(moment)
    process.kill()
    process.wait()


def whole(folder: Path, store: Path, moment: float) -> None:
    """The build itself dies."""
    killed(folder, store, moment)
    again(folder, store)


def log(folder: Path, store: Path, moment: float) -> None:
    """The build dies, and the store's log is moved away."""
    killed(folder, store, moment)
    for end in ("-wal", "-shm"):
        Path(f"{store}{end}").unlink(missing_ok=True)
    again(folder, store)


def four(folder: Path, store: Path, moment: float) -> None:
    """Four builds of one store begin at about the same time: one of them does it, or several one after the other."""
    processes = []
    for _ in range(4):
        processes.append(start(folder, store, "--jobs", "1"))
        time.sleep(moment / 20)
    codes = [process.wait() for process in processes]
    assert set(codes) <= {0, 2}, codes
    assert 0 in codes
    again(folder, store)


def clock(folder: Path, store: Path, moment: float) -> None:
    """The build dies, and all that it has written is of tomorrow."""
    killed(folder, store, moment)
    tomorrow = time.time() + 86_400
    for path in [*store.parent.glob(f"{store.name}*"), *Path(f"{store}.work").glob("*")]:
        os.utime(path, (tomorrow, tomorrow))
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
    killed(folder, store, moment)
    shards = sorted(Path(f"{store}.work").glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns)
    for path in shards[-1:]:
        os.truncate(path, path.stat().st_size // 2)
    again(folder, store)


def flips(store: Path, times: int, folder: Path) -> Iterator[str]:
    """Rows of a table of what came of flipping bits."""
    found = trials(store, times, lambda rest: again(folder, rest))
    for name, many in sorted(found.items()):
        yield f"| one bit of {store.stat().st_size / 1e6:.1f} MB is flipped: {name} | {times} | {many} |"


def sizes(base: Path) -> Iterator[str]:
    """10,000 tiny files, and a text of 200 MB among others: what they take, and what comes of them."""
    tiny, large = base / "tiny", base / "large"
    written(tiny, ((f"{k}번 조약이 비준됐다.\n", f"Treaty No. {k} was ratified.\n", True) for k in range(5000)))  # type: ignore[arg-type]
    written(large, recombined(20))  # type: ignore[arg-type]
    (large / "long.ko.txt").write_text("하원은 조약을 비준했다. " * 6_000_000, encoding="utf-8")
    (large / "long.en.txt").write_text("The house ratified the treaty.\n", encoding="utf-8")
    for folder in (tiny, large):
        begin, store = time.perf_counter(), base / f"{folder.name}.tm"
        process = start(folder, store, "--jobs", "2")
        _, status, usage = os.wait4(process.pid, 0)
        with Store.open(str(store)) as opened:
            states = Counter(record.state for record, _ in opened.documents())
        told = ", ".join(f"{many:,} {state}" for state, many in states.items())
        seconds = time.perf_counter() - begin
        took = f"{seconds:.0f} s, {usage.ru_maxrss >> 10} MB"
        yield f"| {folder.name}: {told} | 1 | exit code {os.waitstatus_to_exitcode(status)}, {took} |"


@click.command()
@click.option("--pairs", default=300, show_default=True)
@click.option(
    "--times", default=100, show_default=True, help="Times that the whole build is killed; a fifth of the others."
)
@click.option("--bits", default=200, show_default=True, help="Bits that are flipped.")
@click.option("--only", default="whole,worker,scheduler,shard,log,four,clock,flips,sizes", show_default=True)
def main(pairs: int, times: int, bits: int, only: str) -> None:
    rng, chosen = random.Random(1), only.split(",")
    click.echo("| what is done | times | the same units and files |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        written(base / "articles", recombined(pairs))  # type: ignore[arg-type]
        begin = time.perf_counter()
        again(base / "articles", base / "undisturbed.tm")
        length = time.perf_counter() - begin
        wanted = units(base / "undisturbed.tm")
        ways: list[Callable[[Path, Path, float], None]] = [whole, worker, scheduler, shard, log, four, clock]
        for way in (way for way in ways if way.__name__ in chosen):
            right, many = 0, times if way is whole else max(times // 5, 1)
            for turn in range(many):
                store = base / f"{way.__name__}{turn}.tm"
                way(base / "articles", store, rng.uniform(0.2, length))
                right += units(store) == wanted
            click.echo(f"| {way.__name__} | {many} | {right} |")
        for row in flips(base / "undisturbed.tm", bits, base / "articles") if "flips" in chosen else ():
            click.echo(row)
        for row in sizes(base) if "sizes" in chosen else ():
            click.echo(row)


if __name__ == "__main__":
    main()
