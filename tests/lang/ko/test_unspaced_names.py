"""Korean names in kana and Han characters: what writes a name, what does not, and where a text has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang import language
from align.lang.ko.names import kana
from align.lang.ko.names.unspaced import renders

RIGHT = (
    ("김정은", "キム・ジョンウン|キム・チョンウン|キムジョンウン|金正恩"),
    ("이재용", "イ・ジェヨン|李在鎔|李在镕|リ・ジェヨン"),
    ("류현진", "リュ・ヒョンジン|ユ・ヒョンジン|柳賢振|柳贤振"),
    ("손흥민", "ソン・フンミン|孫興慜|孙兴慜"),
    ("남궁민", "ナムグン・ミン|南宮珉|南宫珉"),
    ("한준호", "ハン・ジュノ|ハン・ジュンホ|韓俊鎬"),
    ("박인비", "パク・インビ|パギンビ|朴仁妃"),
    ("신라", "シルラ|シンラ|新羅"),
    ("강릉", "カンヌン|江陵"),
    ("종로구", "チョンノ区|鍾路区|钟路区"),
    ("좋아", "チョア"),
)
WRONG = (
    ("김정은", "キム・ジョンイル|金正日|金正恩氏"),
    ("서지윤", "ヒ・ジユン|徐知英|徐智"),
    ("손흥민", "ソン・ウンジ|孫興"),
    ("한준호", "ハン・ジホ|韓智鎬"),
)


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, forms in RIGHT for form in forms.split("|")])
def test_what_writes_a_name(name: str, form: str) -> None:
    assert renders(name, form)


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, forms in WRONG for form in forms.split("|")])
def test_what_does_not(name: str, form: str) -> None:
    assert not renders(name, form)


SYLLABLES = st.integers(ord("가"), ord("힣")).map(chr)


@given(st.text(SYLLABLES, min_size=1, max_size=5))
def test_every_name_can_be_written(word: str) -> None:
    """The first way to write each syllable, one after the other, writes the whole."""
    form, row = "", ""
    for k, c in enumerate(word):
        onset, rest = divmod(ord(c) - kana.FIRST, 588)
        medial, coda = divmod(rest, 28)
        row = row or kana.ONSETS[onset]
        form += kana.syllable(row, medial)[0]
        if k + 1 < len(word):
            following, rest = divmod(ord(word[k + 1]) - kana.FIRST, 588)
            written, row = min(kana.between(coda, following, rest // 28))
        else:
            written = kana.WRITTEN[kana.CODAS[coda]][0]
        form += written
    assert not form or kana.written(word, form)


@given(st.text(SYLLABLES, min_size=1, max_size=4), st.text("アカサタナハマヤラワンツュ", max_size=8))
def test_a_name_is_written_by_one_of_its_forms_alone(word: str, form: str) -> None:
    """The lattice against all forms of the word, spelt out."""
    assert kana.written(word, form) == (kana.plain(form) in spelt_out(word) and bool(form))


def spelt_out(word: str) -> set[str]:
    """Each way to write a word: a slow, plain list."""
    first, rest = divmod(ord(word[0]) - kana.FIRST, 588)
    found = {("", row) for _, row in kana._beginning(first, rest // 28)}
    for k, c in enumerate(word):
        medial, coda = divmod((ord(c) - kana.FIRST) % 588, 28)
        if k + 1 < len(word):
            onset, rest = divmod(ord(word[k + 1]) - kana.FIRST, 588)
            nexts = kana.between(coda, onset, rest // 28)
        else:
            nexts = frozenset((written, "") for written in kana.WRITTEN[kana.CODAS[coda]])
        found = {(form + v + w, r) for form, row in found for v in kana.syllable(row, medial) for w, r in nexts}
    return {form for form, _ in found}


SPOTS = (
    ("ja", "韓米日は米大統領と会談した。", "한국 미국 일본 미국"),
    ("ja", "12日の会議中、米10キロを買った。", ""),
    ("ja", "タイム誌とチリ紙", ""),
    ("ja", "米朝関係と北朝鮮", "미국 북한 북한"),
    ("zh", "韩美日三国外长在首尔会晤。", "한국 미국 일본 한국 서울"),
    ("zh", "非法越境者其中美丽的日子", ""),
    ("zh", "朝俄關係與聯合國安理會", "북한 러시아 유엔 안전보장이사회"),
    ("zh", "上海地区", "상하이"),
)


@pytest.mark.parametrize(("lang", "text", "names"), SPOTS)
def test_known_names_of_a_text(lang: str, text: str, names: str) -> None:
    hearing = language("ko").hearing(lang)
    assert hearing is not None
    sure = [spot.entry.heard[0] for spot in hearing.rendered(text) if not spot.generic]
    assert [name for name in sure if name not in ("미국",)] == [n for n in split(names) if n != "미국"]


def split(names: str) -> list[str]:
    return names.replace("유엔 안전", "유엔_안전").replace(" ", "\n").replace("_", " ").split("\n") if names else []
