"""English, the language, and English, of England."""

from __future__ import annotations

import pytest

from align.lang import language

CASES = [
    ("The film, known in English as Summer, is a hit.", "English", True),
    ("Besides English, it is available in Arabic, Japanese and Mandarin.", "English", True),
    ("Besides English, it is available in Arabic, Japanese and Mandarin.", "Japanese", True),
    ("It was translated into Korean.", "Korean", True),
    ("He speaks French and German.", "French", True),
    ("an English-speaking guide", "English-speaking", True),
    ("a test of the Korean language", "Korean", True),
    ("with Spanish subtitles", "Spanish", True),
    ("The English town was flooded.", "English", False),
    ("The English, who had won, left.", "English", False),
    ("in Korean waters", "Korean", False),
    ("a Korean who lives there", "Korean", False),
    ("Japanese and Chinese officials met.", "Japanese", False),
    ("Japanese, Chinese and Korean ministers met.", "Japanese", False),
    ("British ministers met.", "British", False),
    ("many Japanese were there", "Japanese", False),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_a_language(text: str, word: str, expected: bool) -> None:
    start = text.index(word)
    assert language("en").spelling.is_language(text, start, start + len(word)) is expected


def test_other_languages_know_of_none() -> None:
    assert not language("de").spelling.is_language("auf Deutsch.", 4, 11)
