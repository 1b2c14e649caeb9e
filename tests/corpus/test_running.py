"""Local processes and a Dask cluster give what one process gives, and survive the death of any of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from align.corpus import cluster, local, tasks
from align.corpus.listing import Pair
from align.errors import AlignError
from tests.conftest import ROOT, posix
from tests.corpus import deadly
from tests.corpus.sample import built, content, corpus, there, whole

POOL = partial(local.run, processes=2)


@pytest.fixture
def undisturbed(tmp_path: Path) -> Path:
    built(tmp_path / "here.tm", corpus(tmp_path), size=2)
    return tmp_path / "here.tm"


def test_processes(tmp_path: Path, undisturbed: Path) -> None:
    built(tmp_path / "a.tm", corpus(tmp_path), size=2, run=POOL)
    assert whole(tmp_path / "a.tm") == whole(undisturbed)


@posix
def test_processes_that_die_are_replaced(tmp_path: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "run", deadly.once)
    built(tmp_path / "a.tm", corpus(tmp_path), size=2, run=POOL)
    assert whole(tmp_path / "a.tm") == whole(undisturbed)


@posix
def test_the_pair_that_kills_is_given_up_and_no_other(
    tmp_path: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "run", deadly.always)
    summary = built(tmp_path / "a.tm", corpus(tmp_path), size=2, run=POOL)
    assert summary.states == {"done": 7, "failed": 1}
    assert "d03.ko.txt: a process has died over it" in summary.failed[0]
    assert content(tmp_path / "a.tm") == [unit for unit in content(undisturbed) if unit.document != "d03.ko.txt"]


@posix
@pytest.mark.parametrize("after", [0.5, 1.5, 2.5])
def test_a_build_that_is_killed_goes_on_where_it_was(tmp_path: Path, undisturbed: Path, after: float) -> None:
    command = [sys.executable, "-m", "tests.corpus.kill", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as process:
        time.sleep(after)
        process.kill()
    assert _ended(process.pid)  # its processes end with it
    built(tmp_path / "a.tm", there(tmp_path), size=2, run=POOL)
    assert whole(tmp_path / "a.tm") == whole(undisturbed)


def _ended(group: int) -> bool:
    """Whether the processes of a group end within seconds."""
    for _ in range(100):
        if subprocess.run(["pgrep", "-g", str(group)], capture_output=True, check=False).returncode:
            return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a Dask scheduler with two worker processes, and the three processes."""
    pytest.importorskip("distributed")
    folder = tmp_path_factory.mktemp("dask")
    told = folder / "scheduler.json"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments], cwd=folder, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    started = [
        start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
    ]
    try:
        for _ in range(300):
            if told.exists():
                break
            time.sleep(0.1)
        import json

        address = json.loads(told.read_text(encoding="utf-8"))["address"]
        started += [start("worker", address, "--nthreads", "1", "--no-dashboard") for _ in range(2)]
        yield address, started
    finally:
        for process in started[::-1]:
            process.terminate()
        for process in started:
            process.wait(20)


@posix
def test_a_cluster(
    tmp_path: Path,
    undisturbed: Path,
    scheduler: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its workers run in another folder."""
    monkeypatch.chdir(tmp_path)
    pairs = [Pair(Path(pair.source).name, Path(pair.target).name) for pair in corpus(tmp_path)]
    built(Path("a.tm"), pairs, size=2, run=partial(cluster.run, address=scheduler[0]))
    assert whole(tmp_path / "a.tm") == whole(undisturbed)


@posix
def test_workers_that_die_are_replaced(
    tmp_path: Path,
    undisturbed: Path,
    scheduler: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tasks, "run", deadly.once)
    built(tmp_path / "a.tm", corpus(tmp_path), size=4, run=partial(cluster.run, address=scheduler[0]))
    assert whole(tmp_path / "a.tm") == whole(undisturbed)


@posix
def test_a_scheduler_that_dies(
    tmp_path: Path, undisturbed: Path, scheduler: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    """The last test of the cluster: it is gone afterwards."""
    address, (process, *_) = scheduler

    def killed(todo, recipe):  # type: ignore[no-untyped-def]
        for task in cluster.run(todo, recipe, address):
            yield task
            process.send_signal(signal.SIGKILL)

    with pytest.raises(AlignError, match="connection to the scheduler is lost"):
        built(tmp_path / "a.tm", corpus(tmp_path), size=2, run=killed)
    built(tmp_path / "a.tm", there(tmp_path), size=2)
    assert whole(tmp_path / "a.tm") == whole(undisturbed)


def test_no_scheduler_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    with pytest.raises(AlignError, match="no scheduler there"):
        built(tmp_path / "a.tm", corpus(tmp_path, 2), run=partial(cluster.run, address="tcp://127.0.0.1:9"))
