"""Languages without a folder: their numbers and dates as their locale writes them; clean translations raise nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
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


MANY = (
    "de de-AT de-CH fr fr-CH es es-MX ru it pt pt-PT hi ar ar-EG vi id tr pl nl sv da nb fi cs sk uk ro hu el he fa bg hr sl et lv lt ms "
    "bn ta te mr ur sw ca eu is"
).split()
VALUES = ("0.5", "7", "12.5", "350", "1234", "1234.5", "42000", "45123", "987654", "1234567", "12345678.25")


def said(text: str, lang: str) -> list[tuple[str, Fraction | None]]:
    """The kind and value of each number."""
    return [(m.kind, m.value.point if isinstance(m.value, Quantity) else None) for m in numbers(text, lang)]


@pytest.mark.parametrize("lang", MANY)
@pytest.mark.parametrize("value", VALUES)
def test_numbers_as_cldr_writes_them(lang: str, value: str) -> None:
    """The number, or none where two could be meant; never another one."""
    from babel.numbers import format_decimal

    tag = lang.replace("-", "_")
    for system in ("latn", "default"):
        text = format_decimal(Decimal(value), locale=tag, numbering_system=system)
        assert said(f"x {text} x", lang) in ([("number", Fraction(value))], [(OPEN, None)]), text
        if not notation(lang).two:
            assert said(f"x {text} x", lang) == [("number", Fraction(value))], text


@pytest.mark.parametrize("lang", MANY)
@pytest.mark.parametrize("value", [5_000, 12_000, 1_500_000, 42_000_000, 3_000_000_000, 150_000, 70_000_000])
def test_large_numbers_in_words(lang: str, value: int) -> None:
    from babel.numbers import format_compact_decimal

    text = format_compact_decimal(value, format_type="long", locale=lang.replace("-", "_"), fraction_digits=1)
    assert said(f"x {text} x", lang) in ([("number", Fraction(value))], [(OPEN, None)], []), text
    if lang in LANGS:
        assert said(f"x {text} x", lang) == [("number", Fraction(value))], text


@pytest.mark.parametrize("lang", MANY)
def test_dates_as_cldr_writes_them(lang: str) -> None:
    """Each day of a year, with its weekday and without; never another one."""
    from babel.dates import format_date

    read = 0
    for ordinal in range(date(2024, 1, 1).toordinal(), date(2025, 1, 1).toordinal(), 3):
        day = date.fromordinal(ordinal)
        for width in ("long", "full"):
            text = format_date(day, width, locale=lang.replace("-", "_"))
            whens = [m.value for m in language(lang).mentions(text, PUBLISHED) if isinstance(m.value, When)]
            full = [when for when in whens if when.day]
            assert all(when.spans == ((ordinal, ordinal + 1),) for when in full), text
            read += len(full) == 1
    assert read > 200 or lang not in LANGS, lang


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "42 000", "42000"), ("de", "42 000", "-"), ("de", "1,5 Mio. Euro", "1500000"), ("de", "1,5 Mio.", "1500000"),
        ("hi", "१२,३४,५६७", "1234567"), ("hi", "5 लाख 30 हजार", "530000"), ("hi", "5 लाख करोड़", "5000000000000"),
        ("de-CH", "1'234.50", "1234.5"), ("de-CH", "1’234’567", "1234567"), ("de", "1.234,56", "1234.56"), ("en-IN", "1.234", "1.234"),
        ("ar", "٤٢٬٠٠٠", "42000"), ("ar", "١٢٫٥", "12.5"), ("ar", "1.234", "-"), ("fa", "۴۲٬۰۰۰", "42000"), ("bn", "১২,৩৪,৫৬৭", "1234567"),
        ("es", "45.000", "45000"), ("es", "45,000", "45000"), ("es", "45.123", "-"), ("es-MX", "45,123", "45123"), ("es", "1.234,5", "1234.5"),
        ("es", "1,234.5", "1234.5"), ("es", "3 mil millones", "3000000000"), ("pt", "2 mil milhões", "2000000000"), ("vi", "3 nghìn tỷ", "3000000000000"),
        ("vi", "5 ngàn", "5000"), ("fr", "1.234", "-"), ("fr", "1234,5", "1234.5"), ("de", "12.30", "-"), ("de", "5 Millionstel", "-"),
        ("ru", "5-миллионный", "-"), ("de", "-5", "-"), ("de", "6/11", "-"), ("it", "17:30", "-"), ("de", "1.2.3", "-"), ("de", "12,34,56", "-"),
        ("fr", "12 345 678,5", "12345678.5"), ("fr", "2024 150", "2024 150"), ("pl", "5 tys.", "5000"), ("tr", "%12,5", "12.5"), ("de", "0,5", "0.5"),
        ("de", "3,5 %", "3.5"), ("zz", "1,234", "-"), ("zz", "1,234,567", "1234567"), ("", "42", "42"),
    ],
)  # fmt: skip
def test_notations(lang: str, text: str, wanted: str) -> None:
    found = [m.value.point for m in numbers(text, lang) if isinstance(m.value, Quantity)]
    assert found == [Fraction(part) for part in wanted.split() if part != "-"]


@given(
    st.from_regex(r"[0-9]{1,4}([.,'\u00a0 \u2009\u066b\u066c][0-9]{1,4}){0,4}", fullmatch=True), st.sampled_from(MANY)
)
def test_a_reading_has_the_digits_that_are_written(text: str, lang: str) -> None:
    for value in readings(text, notation(lang)):
        assert value.numerator * 10**20 // value.denominator >= 0
        digits = f"{float(value):.12f}".replace(".", "").strip("0")
        assert digits.rstrip("0")[:12] in "".join(c for c in text if c.isdigit()) or value == 0


@given(st.text("0123456789.,/:-–% 'aM%लाख tỷ٫٬٣", max_size=24), st.sampled_from([*LANGS, "zz"]))
def test_whatever_is_written_is_read_in_its_place(text: str, lang: str) -> None:
    for mention in language(lang).mentions(text, PUBLISHED):
        assert text[mention.start : mention.end] == mention.text != ""
