"""Sentences in every wrapper that a newsroom puts around them: where the ends are is known, since they are put together here."""

from __future__ import annotations

from itertools import product

import pytest

from align.lang.segmenting import segment
from align.model import Document

PROSE = {
    "ko": ["정부는 협정에 서명했다.", "국회는 다음 달 3일 표결한다.", "유가는 82.4달러였다.", '그는 "비가 온다. 우산을 쓰자"고 말했다.'],
    "en": ["The pact was signed on Nov. 6.", "Gen. Lee left at 9 p.m. on Monday.", "Oil cost $82.4 a barrel.", '"Why now?" Han asked.'],
    "de": ["Am 3. Oktober kam Dr. Roth.", "Der Preis stieg um 3,5 Prozent.", "„Das ist gut“, sagte er."],
    "fr": ["M. Roux est parti le 3 mai.", "Le prix est de 3,5 euros.", "« Il pleut », a dit le maire."],
    "es": ["El Sr. Ruiz viajó a EE. UU. con su hijo.", "¿Quién vino?", "«Llueve», dijo el alcalde."],
    "ru": ["А. С. Иванов живёт в г. Москве.", "Цена 3,5 рубля.", "«Почему?» — спросил мэр."],
    "ja": ["首相は「条約を批准する。」と述べた。", "19日に2.5%上がった。", "誰が来たのか？"],
    "zh": ["总理说：“我们将批准条约。”", "19日上涨2.5%。", "“为什么？”他问。"],
}  # fmt: skip
ENDS = ("(END)", "(끝)", "<끝>", "###", "-30-")
BULLETS = "▲△▷▶□■◇○●•*>"
CREDITS = {
    "ko": ["사진=새솔통신", "[사진=새솔통신]", "/사진=새솔통신", "새솔시청 제공", "(사진=새솔통신)"],
    "en": ["Photograph: Kim Ha-neul", "(Photo: Saesol)", "[Photo = Saesol]", "Getty Images"],
    "de": ["Foto: Roth"], "fr": ["Photo : Roux"], "es": ["Foto: Ruiz"], "ru": ["Фото: Иванов"], "ja": ["写真=聯合"], "zh": ["图片来源：新华社"],
}  # fmt: skip


def cut(lang: str, text: str) -> list[str]:
    return list(segment(Document("a", lang, text)).texts())


def joined(lang: str, sentences: list[str]) -> str:
    return ("" if lang in ("ja", "zh") else " ").join(sentences)


@pytest.mark.parametrize("lang", PROSE)
def test_any_order_of_sentences(lang: str) -> None:
    for some in product(PROSE[lang], repeat=3):
        assert cut(lang, joined(lang, list(some))) == list(some)


@pytest.mark.parametrize("lang", PROSE)
@pytest.mark.parametrize("end", ENDS)
def test_the_mark_at_the_end(lang: str, end: str) -> None:
    for sentence in PROSE[lang]:
        assert cut(lang, f"{sentence} {end}") == [sentence, end]
        assert cut(lang, f"{sentence}\n\n{end}") == [sentence, end]


@pytest.mark.parametrize("lang", PROSE)
@pytest.mark.parametrize("bullet", BULLETS)
@pytest.mark.parametrize("space", ["", " "])
def test_items(lang: str, bullet: str, space: str) -> None:
    if not space and bullet in "*>":
        return
    items = [f"{bullet}{space}{sentence}" for sentence in PROSE[lang]]
    assert cut(lang, " ".join(items)) == items


@pytest.mark.parametrize("lang", PROSE)
@pytest.mark.parametrize("form", ["{}.", "({})", "{})"])
def test_items_counted_through(lang: str, form: str) -> None:
    items = [f"{form.format(i)} {sentence}" for i, sentence in enumerate(PROSE[lang], 1)]
    assert cut(lang, " ".join(items)) == items


@pytest.mark.parametrize("lang", PROSE)
def test_a_credit_belongs_to_its_caption(lang: str) -> None:
    for sentence, credit in product(PROSE[lang][:2], CREDITS[lang]):
        assert cut(lang, f"{sentence} {credit}") == [f"{sentence} {credit}"]
        assert cut(lang, f"{sentence}\n\n{credit}") == [sentence, credit]


ABBREVIATED = {
    "en": {
        "goes on": ["He lives in the U.S. and works.", "She is from Gary, Ind. and works.", "It opens at 9 a.m. Saturday.", "It costs approx. 45 won."],
        "ends": ["He lives in the U.S.", "She is from Gary, Ind.", "It opens at 9 a.m.", "They sold tea, rice, etc.", "He works for Saesol Inc."],
        "next": ["The rest is known.", "But nobody came.", "In May it rained."],
    },
    "de": {
        "goes on": ["Rom bzw. Italien siegte.", "Es kostet 3 Mio. Euro."],
        "ends": ["Es gibt Brot, Salz usw.", "Das war 146 v. Chr.", "Es waren 3 Mio."],
        "next": ["Der Rest ist bekannt.", "Aber keiner kam.", "Im Mai regnete es."],
    },
    "es": {"goes on": ["La Sra. Gil vino."], "ends": ["Volvió de EE. UU.", "Hay pan, sal, etc."], "next": ["El resto se sabe.", "Pero nadie vino."]},
    "fr": {"goes on": ["Mme. Gil vint."], "ends": ["C'était en 146 av. J.-C.", "Du pain, du sel, etc."], "next": ["Le reste est connu.", "Mais nul ne vint."]},
    "ru": {"goes on": ["Дом на ул. Ленина цел."], "ends": ["Это было в 2024 г.", "Хлеб, соль и т. д."], "next": ["Он это знал.", "Но никто не пришёл."]},
}  # fmt: skip


@pytest.mark.parametrize("lang", ABBREVIATED)
def test_an_abbreviation_ends_a_sentence_or_not(lang: str) -> None:
    table = ABBREVIATED[lang]
    for first, last in product(table["goes on"] + table["ends"], table["next"]):
        assert cut(lang, f"{first} {last}") == [first, last]
        assert cut(lang, f"{last} {first} {last}") == [last, first, last]
