"""What the command does to start faster changes no pattern."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

PATTERNS = [
    "[가-힣]+",
    "[^가-힣]",
    "[가-힣a-z0-9]+",
    "(?i:[가-힣a-z])+",
    r"[^\W\d_]+",
    "[一-鿿가-힣]",
    "[.,]",
    "(?![가-힣])\\d",
]
CODE = """
import sys, re
from align.cli import startup
startup.fast()
for pattern in sys.argv[2:]:
    for _ in range(2):
        print([m.span() for m in re.compile(pattern + "(?:)" * _).finditer(sys.argv[1])])
"""


@pytest.mark.parametrize("text", ["가나다 abc 123 漢字 Ünïté ㄱ힣힤", "6일A 3월4일", ""])
def test_patterns_are_what_they_were(text: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", CODE, text, *PATTERNS], capture_output=True, encoding="utf-8", check=True
    ).stdout
    expected = [str([m.span() for m in re.finditer(pattern, text)]) for pattern in PATTERNS for _ in range(2)]
    assert shown.splitlines() == expected


@given(
    st.lists(st.sampled_from([*"가힣a-z^0]漢"]), min_size=1, max_size=6).map("".join),
    st.text("가나힣az0漢 -", max_size=12),
)
def test_a_class_that_is_remembered_is_the_same(inside: str, text: str) -> None:
    from align.cli import startup

    try:
        expected = re.findall(f"[{inside}]x?", text)
    except re.error:
        return
    from re import _compiler  # type: ignore[attr-defined]

    before = _compiler._optimize_charset
    try:
        startup._classes_once()
        re.purge()
        assert re.findall(f"[{inside}]x?", text) == expected
        assert re.findall(f"(?:[{inside}])x?", text) == expected
    finally:
        _compiler._optimize_charset = before
