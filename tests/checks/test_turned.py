"""What is read before polarity is compared: languages, and where a mark is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.checks.compare.turned import turned
from align.checks.context import Knowledge, read
from align.lang import language
from align.model import Alignment, Bead, Document, Segment


def pair(source: tuple[str, str], target: tuple[str, str]) -> Alignment:
    documents = [Document("a", lang, text, (Segment(0, len(text), 0),)) for lang, text in (source, target)]
    return Alignment(documents[0], documents[1], (Bead((0,), (0,), 1.0),))


@pytest.mark.parametrize("lang", ["es", "fr", "is"])
def test_a_language_whose_marks_are_not_known_is_never_compared(lang: str) -> None:
    assert list(turned(read(pair((lang, "No lo hizo."), ("en", "The government did not do it.")), Knowledge()))) == []


@pytest.mark.parametrize("lang", ["ko", "en", "is", "ja", "zh"])
@given(text=st.text(alphabet="가못 안하지않았다없이상1,.%notfelrsabv?しない、増以上不没有减超过", max_size=60))
def test_marks_lie_in_the_text(lang: str, text: str) -> None:
    for mark in language(lang).marks(text):
        assert 0 <= mark.start < mark.end <= len(text)
        assert 0 <= mark.anchor[0] <= mark.anchor[1] <= len(text)
        assert mark.way in (-1, 0, 1)


@pytest.mark.parametrize(
    ("source", "target", "dimensions"),
    [
        ("정부는 이를 지원하지 않는다.", "政府はこれを支援しない。", set()),
        ("정부는 이를 지원해야 한다.", "政府は必ずこれを支援しなければならない。", set()),
        ("정부는 입을 다물었다.", "政府は何も語らなかった。", set()),
        ("정부는 이를 지원하지 않는다.", "政府はこれを支援する。", {"negation"}),
        ("정부는 이를 지원하지 않는다.", "政府は必ずこれを支援しなければならない。", {"negation"}),
        ("위원회는 법안을 가결했다.", "委員会は法案を否決した。", {"consent"}),
        ("매출은 3.2% 증가했다.", "売上高は3.2%減少した。", {"movement"}),
        ("매출은 3.2% 증가했다.", "売上高は3.2%増えた。", set()),
    ],
)
def test_japanese_against_korean(source: str, target: str, dimensions: set[str]) -> None:
    found = turned(read(pair(("ko", source), ("ja", target)), Knowledge()))
    assert {t.dimension for t in found} == dimensions


@pytest.mark.parametrize(
    ("source", "target", "dimensions"),
    [
        ("정부는 이를 지원하지 않는다.", "政府不支持此事。", set()),
        ("정부는 입을 다물었다.", "政府没有说话。", set()),
        ("정부는 이를 지원하지 않는다.", "不过政府支持此事。", {"negation"}),
        ("위원회는 법안을 가결했다.", "委員會否決了法案。", {"consent"}),
        ("매출은 3.2% 증가했다.", "销售额下降3.2%。", {"movement"}),
    ],
)
def test_chinese_against_korean(source: str, target: str, dimensions: set[str]) -> None:
    found = turned(read(pair(("ko", source), ("zh", target)), Knowledge()))
    assert {t.dimension for t in found} == dimensions
