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
