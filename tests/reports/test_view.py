"""The two-column view: no line too wide, everything in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.model import Alignment, Bead
from align.reports.view import view
from align.reports.width import cells, padded, wrapped
from tests.conftest import document

WORDS = st.lists(st.text(st.sampled_from("가나다abc日本é🦊"), min_size=1, max_size=30), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "wanted"), [("", 0), ("abc", 3), ("한글", 4), ("e\u0301", 1), ("ａ", 2), ("\u200b", 0), ("…", 1)]
)
def test_cells(text: str, wanted: int) -> None:
    assert cells(text) == wanted


@given(WORDS, st.integers(2, 40))
def test_wrapping_keeps_the_text(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)
    assert all(cells(padded(line, width)) == width for line in lines)


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from([40, 80, 120]))
def test_no_line_is_too_wide(lines: list[str], width: int) -> None:
    found = Alignment(
        document(lines, "ko"), document(lines[::-1]), tuple(Bead((i,), (i,), 0.5) for i in range(len(lines)))
    )
    shown = list(view(found, width, False))
    assert all(cells(line) <= width for line in shown)
    assert "".join("".join(lines).split()) in "".join(
        "".join(line.split("│")[1] for line in shown if "│" in line).split()
    )


def test_marks() -> None:
    source, target = document(["가", "나", "다"], "ko"), document(["a", "b", "c"])
    beads = (Bead((0,), ()), Bead((), (0,)), Bead((1,), (2,), 0.9, True), Bead((2,), (1,), 0.3))
    text = "\n".join(view(Alignment(source, target, beads), 80, False))
    assert [line[2] for line in text.split("\n") if " │ " in line] == ["-", "+", "~", "?"]
