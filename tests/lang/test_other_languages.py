"""Languages without a folder: their numbers and dates as their locale writes them; clean translations raise nothing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import checks
from align.lang import language
from align.lang.base.notation import notation
from align.lang.base.numbers import OPEN, numbers, readings
from align.model import Alignment, Bead, Document, Finding, Segment
from align.values import Quantity, When
from tests.conftest import CASES

PUBLISHED = date(2024, 11, 5)
LANGS = "de fr es ru it pt hi ar vi id tr pl".split()
TEXTS: dict[tuple[str, str], str] = {
    (lang, number): text
    for line in (CASES / "lang" / "clean_translations.tsv").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
    for lang, number, text in [line.split("\t")]
}


def document(lang: str, *texts: str) -> Document:
    segments, start = [], 0
    for number, text in enumerate(texts):
        segments.append(Segment(start, start + len(text), number))
        start += len(text) + 1
    return Document(f"a.{lang}.txt", lang, "\n".join(texts), tuple(segments), PUBLISHED)


def found(source: tuple[str, str], target: tuple[str, str]) -> list[Finding]:
    """What is found in one sentence and its translation, (language, text) each."""
    alignment = Alignment(document(*source), document(*target), (Bead((0,), (0,)),))
    return list(checks.run(alignment))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("number", "12345")
@pytest.mark.parametrize("source", ["en", "ko"])
def test_nothing_is_found_in_clean_translations(source: str, number: str, lang: str) -> None:
    one, other = (source, TEXTS[source, number]), (lang, TEXTS[lang, number])
    assert [str(finding) for finding in (*found(one, other), *found(other, one))] == []


SLIPS = {
    "1": [("30", "31"), ("30", "13"), ("2024", "2023")],
    "2": [("42", "24"), ("12,5", "15,2"), ("12.5", "15.2")],
    "3": [("350", "530"), ("1,5", "15"), ("1.5", "15"), ("15 लाख", "15 करोड़")],
    "4": [("234", "324"), ("3,2", "32"), ("3.2", "32"), ("3.200", "32.000")],
}
"""What is written otherwise in a sentence, where it is in a translation."""


@pytest.mark.parametrize(
    ("lang", "number", "right", "wrong"),
    [
        pytest.param(lang, number, right, wrong, id=f"{lang} {number} {right} {wrong}")
        for lang in LANGS
        for number, slips in SLIPS.items()
        for right, wrong in slips
        if right in TEXTS[lang, number] and (lang, number, right) not in {("es", "4", "3.2")}
    ],
)
@pytest.mark.parametrize("source", ["en", "ko"])
def test_a_wrong_figure_is_found(source: str, lang: str, number: str, right: str, wrong: str) -> None:
    text = TEXTS[lang, number].replace(right, wrong, 1)
    rules = {finding.rule for finding in found((source, TEXTS[source, number]), (lang, text))}
    assert rules & {"number-conflict", "date-conflict", "weekday-conflict"}, text
