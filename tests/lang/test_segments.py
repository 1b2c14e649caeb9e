"""Sentences: the table of cases, and what holds for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language
from align.lang.base.paragraphs import paragraphs
from align.lang.segmenting import segment
from align.model import Document
from tests.conftest import CASES, cases

TEXTS = st.text(st.sampled_from("가나다했다고 .!?…\"“”'()1aA\n\t\u3000。U.S"), max_size=80)


@pytest.mark.parametrize(("lang", "sentences"), cases("segments"))
def test_sentences(lang: str, sentences: str) -> None:
    wanted = sentences.split("‖")
    text = ("" if lang in ("ja", "zh") else " ").join(wanted)
    found = [text[a:b] for a, b in language(lang).segments(text, lang)]
    assert found == wanted


TABLES = sorted(path.stem for path in (CASES / "sentences").glob("*.tsv"))


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        pytest.param(lang, *row.values, id=f"{lang} {row.id}", marks=row.marks)
        for lang in TABLES
        for row in cases(f"sentences/{lang}")
    ],
)
def test_sentences_of_a_language(lang: str, sentences: str) -> None:
    test_sentences(lang, sentences)


@given(TEXTS, st.sampled_from(["ko", "en", "ja", "de", "xx"]))
def test_every_character_is_in_one_segment(text: str, lang: str) -> None:
    found = segment(Document("a", lang, text)).segments
    held = [i for s in found for i in range(s.start, s.end)]
    assert held == sorted(set(held))
    assert all(text[i].isspace() for i in range(len(text)) if i not in set(held))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in found)
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


@given(st.text(st.sampled_from("ab \n\u2028\x0c"), max_size=40))
def test_lines_are_cut_at_lf_only(text: str) -> None:
    found = segment(Document("a", "en", text), lines=True).texts()
    wanted = text.split("\n")
    assert list(found) == (wanted[:-1] if wanted[-1] == "" else wanted)


def test_hard_wrapped_lines_are_joined() -> None:
    lines = ["The committee met on Tuesday in order to discuss what the", "government had proposed in the spring and what had come",
             "of it since then, but no decision was taken. The next", "meeting will be held in May."]  # fmt: skip
    text = "\n".join(lines) + "\n\nA second paragraph."
    assert [text[a:b] for a, b in paragraphs(text)] == ["\n".join(lines), "A second paragraph."]


def test_unwrapped_lines_are_paragraphs() -> None:
    assert len(paragraphs("제목\n첫 문단이다.\n\n둘째 문단이다.")) == 3


def test_one_huge_line_is_linear() -> None:
    text = "정부는 그렇다고 밝혔다. " * 20_000
    start = time.process_time()
    assert len(segment(Document("a", "ko", text)).segments) == 20_000
    assert time.process_time() - start < 20, "half a million characters in one line took far more than linear time"
