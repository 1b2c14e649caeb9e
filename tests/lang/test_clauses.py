"""The pieces of a sentence that a translator may leave out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language

CASES = [
    ("ko", "회사는 공장을 닫고 직원을 내보냈다.", "회사는 | 공장을 닫고 | 직원을 내보냈다."),
    ("ko", "비가 왔지만 경기는 열렸다.", "비가 | 왔지만 | 경기는 열렸다."),
    ("ko", "정부가 내년부터 시행되는 제도를 알렸다.", "정부가 | 내년부터 시행되는 | 제도를 알렸다."),
    ("ko", "미국과 중국에 이어 세 번째다.", "미국과 중국에 이어 | 세 번째다."),
    ("ko", "그는 \"모른다\"며 자리를 떴다.", "그는 | \"모른다\"며 | 자리를 떴다."),
    ("ko", "값은 1,200원, 무게는 3㎏이다.", "값은 | 1,200원, | 무게는 3㎏이다."),
    ("ko", "올해 지난해 피해 농가가 늘었다.", "올해 지난해 피해 농가가 | 늘었다."),
    ("ko", "비가 왔다. 바람도 불었다.", "비가 | 왔다. | 바람도 불었다."),
    ("en", "The firm, which had won, left.", "The firm, | which had won, | left."),
    ("en", "Sales rose 1,200 percent and profit fell.", "Sales rose 1,200 percent | and profit fell."),
    ("en", "It rained; nobody came — until noon.", "It rained; | nobody came — | until noon."),
    ("en", "He left (on foot) because it was late.", "He left | (on foot) | because it was late."),
    ("is", "Hann fór, en hún kom.", "Hann fór, | en hún kom."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "pieces"), CASES)
def test_pieces(lang: str, text: str, pieces: str) -> None:
    assert " | ".join(text[a:b] for a, b in language(lang).clauses(text)) == pieces


@pytest.mark.parametrize("lang", ["ko", "en", "is"])
@given(text=st.text(alphabet="가나고는며다 ,.()\"'aand who-—1", max_size=60))
def test_pieces_lie_one_behind_another_and_lose_no_letter(lang: str, text: str) -> None:
    found = language(lang).clauses(text)
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))
    inside = {i for a, b in found for i in range(a, b)}
    assert all(i in inside for i, c in enumerate(text) if c.isalnum())
