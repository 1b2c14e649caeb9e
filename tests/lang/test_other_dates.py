"""Dates of other languages, by their CLDR names."""

from __future__ import annotations

import pytest

from align.lang.base.dates import dates
from tests.lang.test_dates import found


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Il marche dans la mer.", ""), ("zz", "6 novembre 2024", ""), ("", "6 novembre 2024", ""), ("fr", "le 45 novembre 2024", ""),
        ("fr", "le 6 novembre 2024", "6 novembre 2024=2024-11-06"), ("fr", "le 1er mai 2024", "1er mai 2024=2024-05-01"),
        ("es", "el 6 de noviembre de 2024", "6 de noviembre de 2024=2024-11-06"), ("de", "am 6. November 2024", "6. November 2024=2024-11-06"),
        ("is", "6. nóvember 2024", "6. nóvember 2024=2024-11-06"), ("ru", "6 ноября 2024 года", "6 ноября 2024=2024-11-06"),
        ("de-AT", "im Jänner 2024", "Jänner 2024=2024-01-01..2024-01-31"), ("it", "mercoledì", "mercoledì=?"), ("zz", "2024-11-06", "2024-11-06=2024-11-06"),
    ],
)  # fmt: skip
def test_dates(lang: str, text: str, expected: str) -> None:
    assert " | ".join(map(found, dates(text, None, lang))) == expected
