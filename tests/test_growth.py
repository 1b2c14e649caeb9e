"""The work grows with the input and no faster: the runs that once were quadratic. All others are in benchmarks/growth.py."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from tests.conftest import ROOT

SIZE = 2000
SLOW = 0.4
"""Seconds of the processor below which nothing is told."""
MOST = 10
"""Times as long as a quarter of the input may take: 4 where it is linear, 16 where it is quadratic."""


def places() -> dict[str, Callable[[str], object]]:
    spec = spec_from_file_location("growth", ROOT / "benchmarks" / "growth.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["growth"] = module
    spec.loader.exec_module(module)
    return {name: work for name, _, work in module.places()}


PLACES = places()
RUNS = {
    "ko segments": ("!…", "…", "“가.", "(", "1. "), "en segments": ("!…", "?", "“a."), "ko mentions": ("1", "12,", "1-", "조", "3월", "일 "),
    "en mentions": ("1", "12,", "one ", "$", "U.S."), "ko clauses": (",", "(", "—"), "en clauses": (",", " - "), "en lists": (" ", "\n", ", and "),
    "ko lists": ("와 ", "·가", ","), "ko roles": ("억％", "가 "), "en roles": ("a@", "said "), "read ko.txt": ("e\u0301\u0316", "\u0301"),
    "read en.md": ("<!--a-->", "<!--a", "<a조", "[^", "![", " "), "read en.html": ("<a ", "<!--", "<![", "&"), "units tmx": ("<tu>", "<tu> </tu>", "&", "<", "<ph>"),
    "ko names": ("A", "김제", "괌가"), "ko unread": ("A",), "en unread": ("quarter",), "validate tmx": ("<hi>", "<tu>"), "read xlf": ("<g>", "<mrk mtype='seg'>"),
}  # fmt: skip


def taken(work: Callable[[str], object], text: str) -> float:
    from align.errors import AlignError

    start = time.process_time()
    with contextlib.suppress(AlignError):
        work(text)
    return time.process_time() - start


@pytest.mark.parametrize(("place", "piece"), [(place, piece) for place, pieces in RUNS.items() for piece in pieces])
@pytest.mark.parametrize("tail", ["", "x가"])
def test_no_faster_than_the_input(place: str, piece: str, tail: str) -> None:
    work, short = PLACES[place], piece * (SIZE // len(piece))
    taken(work, piece)  # patterns are compiled on first use
    for _ in range(3):
        long = taken(work, short * 4 + tail)
        if long < SLOW or long < MOST * taken(work, short + tail):
            return
    pytest.fail(f"{place}: {piece!r} takes {long:.2f} s")
