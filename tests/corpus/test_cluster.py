"""A cluster behind TLS, and what is sent to it."""

from __future__ import annotations

import os
import pickle
import pickletools
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.corpus import cluster, tasks
from align.corpus.listing import Pair
from align.corpus.recipe import Recipe
from align.corpus.work import Item
from align.errors import InputError
from tests.conftest import ROOT, posix
from tests.corpus.sample import built, content, corpus

SENT = {
    "align.corpus.tasks run",
    "align.corpus.tasks Task",
    "align.corpus.work Item",
    "align.corpus.listing Pair",
    "align.corpus.recipe Recipe",
    "datetime date",
    "copyreg _reconstructor",
    "copyreg __newobj__",
    "builtins object",
}
"""What a task may name: functions and values of the installed package."""


@given(st.lists(st.text(), min_size=4, max_size=4), st.dictionaries(st.text(), st.text(), max_size=2))
def test_a_task_is_a_name_with_plain_values(words: list[str], meta: dict[str, str]) -> None:
    source, target, identity, lang = words
    item = Item(Pair(source, target, meta=tuple(meta.items())), identity)
    data = pickle.dumps(
        (tasks.run, tasks.Task((item,), "folder"), Recipe(lang, "en")), 2
    )  # whose names are in one place
    named = {str(arg) for op, arg, _ in pickletools.genops(data) if op.name == "GLOBAL"}
    assert named <= SENT
    assert not {"INST", "EXT1", "EXT2", "EXT4", "PERSID", "BINPERSID"} & {
        op.name for op, *_ in pickletools.genops(data)
    }


@pytest.mark.parametrize(
    ("address", "tls", "told"),
    [
        ("tcp://127.0.0.1:9", cluster.Tls("ca.pem"), "open connection"),
        ("tls://127.0.0.1:9", cluster.Tls("none.pem"), "none.pem: no such file"),
        ("tls://127.0.0.1:9", cluster.Tls(), "--tls-ca"),
    ],
)
def test_what_goes_ill_together(address: str, tls: cluster.Tls, told: str, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(InputError, match=told):
        built(tmp_path / "a.tm", corpus(tmp_path, 2), run=partial(cluster.run, address=address, tls=tls))


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, cluster.Tls]]:
    """The address of a scheduler behind TLS with a worker, and the certificates."""
    pytest.importorskip("distributed")
    if not shutil.which("openssl"):
        pytest.skip("no openssl")
    folder = tmp_path_factory.mktemp("tls")
    told, cert, key = folder / "scheduler.json", folder / "cert.pem", folder / "key.pem"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*request, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)
    names = ["--tls-ca-file", str(cert), "--tls-cert", str(cert), "--tls-key", str(key), "--no-dashboard"]

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments, *names], cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    file = ["--scheduler-file", str(told)]
    started = [start("scheduler", "--protocol", "tls", "--host", "127.0.0.1", "--port", "0", *file)]
    try:
        for _ in range(300):
            if told.exists():
                break
            time.sleep(0.1)
        import json

        address = json.loads(told.read_text(encoding="utf-8"))["address"]
        started.append(start("worker", address, "--protocol", "tls", "--nthreads", "1"))
        yield address, cluster.Tls(str(cert), str(cert), str(key))
    finally:
        for process in started[::-1]:
            process.terminate()
        for process in started:
            process.wait(20)


@posix
def test_a_cluster_behind_tls(
    tmp_path: Path, encrypted: tuple[str, cluster.Tls], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, tls = encrypted
    assert address.startswith("tls://")
    pairs = corpus(tmp_path, 2)
    built(tmp_path / "a.tm", pairs, run=partial(cluster.run, address=address, tls=tls))
    built(tmp_path / "b.tm", pairs)
    assert content(tmp_path / "a.tm") == content(tmp_path / "b.tm")
    monkeypatch.setattr(cluster, "PATIENCE", 3)
    with pytest.raises(InputError, match="no scheduler there"):
        built(tmp_path / "c.tm", pairs, run=partial(cluster.run, address=address.replace("tls://", "tcp://")))
