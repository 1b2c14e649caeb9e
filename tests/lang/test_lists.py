"""Lists, item by item."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import resources
from align.lang import language


@pytest.mark.parametrize(
    ("lang", "text", "items"),
    [
        ("ko", "서울과 부산, 대구가 만났다.", ["서울", "부산", "대구가"]),
        ("ko", "사과·배·포도 등 과일이 올랐다.", ["사과", "배", "포도"]),
        ("ko", "한미일 정상이 만났다.", ["한", "미", "일"]),
        ("ko", "여성과 남성 및 아동이 왔다.", ["여성", "남성", "아동이"]),
        ("ko", "노조와 협력하고 돌아왔다.", []),
        ("ko", "조사 결과, 문제를 찾았다.", []),
        ("ko", "비가 왔으며, 서울이 잠겼다.", []),
        ("en", "Seoul, Busan and Daegu will meet.", ["Seoul", "Busan", "Daegu"]),
        ("en", "Delegates from the U.S., China and Japan met.", ["U.S.", "China", "Japan"]),
        ("en", "We sell apples as well as pears.", ["sell apples", "pears"]),
        ("en", "It was held in Seoul, the capital.", []),
        ("eo", "Seulo, Busano kaj Tegu.", []),
    ],
)
def test_items(lang: str, text: str, items: list[str]) -> None:
    found = [[text[start:end].rstrip(",") for start, end in listing.items] for listing in language(lang).lists(text)]
    assert found == ([items] if items else [])


@pytest.mark.parametrize("lang", ["ko", "en"])
@given(text=st.text(alphabet="가나다와과등 ,·.'\"()AbU.S andor;및고", max_size=60))
def test_items_stand_in_order_and_are_not_empty(lang: str, text: str) -> None:
    for listing in language(lang).lists(text):
        spans = listing.items
        assert len(spans) > 1
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_things_are_well_formed() -> None:
    _, head, *rows = resources.text("ko-en/things.tsv").rstrip("\n").split("\n")
    assert head.split("\t") == ["ko", "en", "kind"]
    assert all(len(row.split("\t")) == 3 and all(row.split("\t")) for row in rows)
    assert len(set(rows)) == len(rows)
