"""Nothing breaks it: random broken input over every reader, splitter and recogniser. The long run is benchmarks/fuzz.py."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.errors import AlignError
from tests import fuzzing
from tests.cli.project import align, said

MANY = 3000
SECONDS = 20.0


def test_readers_splitters_and_recognisers() -> None:
    end = time.monotonic() + SECONDS
    for number in fuzzing.numbers(0, MANY):
        try:
            fuzzing.hold(number)
        except Exception as error:
            pytest.fail(f"case {number} {fuzzing.case(number)}: {type(error).__name__}: {error}")
        if time.monotonic() > end:
            break


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(fuzzing.WORK)), st.binary(max_size=60))
def test_any_bytes(kind: str, data: bytes) -> None:
    for whole in (data, fuzzing.SEEDS[kind].encode() + data):
        with contextlib.suppress(AlignError):
            fuzzing.WORK[kind](whole, f"a.{kind}", "ko")


@pytest.mark.parametrize("number", range(1, 15))
def test_the_command_line(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kind, data = fuzzing.case(number)
    Path(f"a.{kind}").write_bytes(data)
    Path("b.en.txt").write_text("The meeting was on Nov. 8.\n", encoding="utf-8")
    args = ("check", f"a.{kind}", *(() if kind in ("tmx", "xlf", "json", "jsonl") else ("b.en.txt",)))
    done = align(*args)
    assert done.exit_code in (0, 1, 2), said(done)
    assert "Traceback" not in said(done)
    assert "fault of align-toolkit" not in said(done)
