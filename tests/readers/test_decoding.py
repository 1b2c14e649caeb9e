"""Encodings: a text is read as what it is, or refused; nothing is taken for a text because it can be decoded."""

from __future__ import annotations

import pytest

from align.errors import InputError
from align.formats.xml_text import encoding
from align.readers.decoding import decode, encoding_of

READ = [
    ("The company’s sales — “up” in September", "cp1252"),
    ("He didn’t return.", "cp1252"),
    ("Smith’s “plan”—a ‘bad’ one—", "cp1252"),
    ("Été à la plage, naïve café", "cp1252"),
    ("Größe: „Wort“ müßte", "cp1252"),
    ("5 € ½ m² ©2024 Acme™", "cp1252"),
    ("조약을 비준했다.", "cp949"),
    ("He said 안녕 (hello)", "cp949"),
    ("(가) 항", "cp949"),
    ("똠방각하와 펩시 펲시", "cp949"),
    ("The “plan” of the company’s board", "cp949"),
    ("회의는 9월에 열렸다. KF-21", "iso2022_kr"),
    ("市長は道路について話した。", "cp932"),
    ("アイウエオ カタカナ", "cp932"),
    ("市長は道路について話した。", "euc_jp"),
    ("会議は九月に開かれた。", "iso2022_jp"),
    ("市长谈到了道路。", "gbk"),
    ("很好。", "gbk"),
    ("市長說了很好", "big5"),
]
REFUSED = [
    ("companyÕs", "cp1252"),
    ("zażółć gęślą jaźń", "cp1250"),
    ("Привет, мир", "cp1251"),
    ("Привет, мир", "koi8-r"),
    ("ทดสอบภาษาไทย", "tis-620"),
    ("大韓民國 憲法", "cp949"),
]


@pytest.mark.parametrize(("text", "written"), READ, ids=lambda value: value[:12])
def test_read_as_what_it_is(text: str, written: str) -> None:
    assert decode(text.encode(written), "a.txt") == text


@pytest.mark.parametrize(("text", "written"), REFUSED, ids=lambda value: value[:12])
def test_refused_in_one_line(text: str, written: str) -> None:
    with pytest.raises(InputError, match=r"^a.txt:1: neither UTF-8 nor CP949"):
        decode(text.encode(written), "a.txt")


@pytest.mark.parametrize(
    ("text", "written", "declared", "wanted"),
    [
        ("조약을 비준했다", "utf-8", "UTF-16", "utf-8"),
        ("조약을", "utf-8", "euc-kr", "utf-8"),
        ("조약을", "utf-8", "rot13", "utf-8"),
        ("조약을", "cp949", "utf-8", "cp949"),
        ("조약을", "cp949", "EUC-KR", "cp949"),
        ("조약을", "cp949", "iso-8859-1", "cp949"),
        ("Привет", "cp1251", "windows-1251", "cp1251"),
        ("company’s", "cp1252", "euc-kr", "cp1252"),
    ],
)
def test_what_a_file_says_of_itself(text: str, written: str, declared: str, wanted: str) -> None:
    assert encoding_of(text.encode(written), declared) == wanted
    head = f'<?xml version="1.0" encoding="{declared}"?>'.encode()
    assert encoding(head + text.encode(written), whole=True) == wanted


def test_the_end_of_a_block_is_no_fault() -> None:
    assert encoding_of("조약을".encode()[:-1], whole=False) == "utf-8"
    assert encoding_of("조약을".encode()[:-1]) == ""
