"""The table of letters, and the text that it finds left untranslated."""

from __future__ import annotations

import re
import unicodedata

import pytest

from align.checks.context import Knowledge, read
from align.checks.rules import untranslated
from align.lang import known, scripts
from align.lang.detect import TABLE, language_of
from align.memory.flags import names
from align.memory.quality import own
from align.model import Alignment, Bead
from tests.conftest import document

SOURCES = {
    "ko": "조약은 비준됐다.",
    "ja": "条約は批准された。",
    "zh": "条约获得批准。",
    "en": "It was ratified.",
    "ru": "Его подписали.",
}
LEFT = [
    ("Hangul in English", "ko", "The 조약 was ratified.", ["조약"]),
    ("Han in English, of Korean", "ko", "The 條約 was ratified.", ["條約"]),
    ("Han in English, of Japanese", "ja", "The 条約 was ratified.", ["条約"]),
    ("Han in English, of Chinese", "zh-Hant-TW", "The 條約 was ratified.", ["條約"]),
    ("kana in English", "ja", "The じょうやく was ratified.", ["じょうやく"]),
    ("one run", "ja", "The 条約の批准 was delayed.", ["条約の批准"]),
    ("a gloss", "ja", "The treaty (条約) was ratified.", []),
    ("a gloss in wide brackets", "ko", "The treaty（條約）was ratified.", []),
    ("of English", "en", "The 条約 was ratified.", []),
]


@pytest.mark.parametrize(("source", "target", "left"), [case[1:] for case in LEFT], ids=[case[0] for case in LEFT])
def test_what_is_left_in_english(source: str, target: str, left: list[str]) -> None:
    assert found(source, "en", target) == left


@pytest.mark.parametrize(
    ("source", "target", "text", "left"),
    [
        ("ko", "ja", "条約は批准された。", []),
        ("ko", "ja", "条約は조약だ。", ["조약"]),
        ("ko", "zh", "条约获得批准。", []),
        ("ja", "zh", "條約は批准", ["は"]),
        ("zh", "ja", "条約は批准された。", []),
        ("ja", "ko", "美 국무부가 비준했다.", []),
        ("zh", "ko", "그는 条约에 서명했다.", ["条约"]),
        ("en", "ko", "NATO가 비준했다.", []),
        ("ru", "uk", "Його підписали.", []),
        ("ru", "en", "It was подписан.", ["подписан"]),
    ],
)
def test_what_a_target_has_too_is_not_left(source: str, target: str, text: str, left: list[str]) -> None:
    assert found(source, target, text) == left


def found(source: str, target: str, text: str) -> list[str]:
    a, b = document([SOURCES[source[:2]]], source), document([text], target)
    article = read(Alignment(a, b, (Bead((0,), (0,), 1.0),)), Knowledge())
    return [text[f.target.start : f.target.end] for f in untranslated.check(article) if f.target]


def test_a_memory_has_the_same_letters() -> None:
    assert "untranslated" in names(own("조약은 비준됐다.", "條約 was ratified", "ko", "en"))
    assert "untranslated" not in names(own("조약은 비준됐다.", "条約は批准された。", "ko", "ja"))


@pytest.mark.parametrize("script", scripts.SCRIPTS, ids=lambda script: script.name)
def test_no_letter_is_in_two_scripts(script: scripts.Script) -> None:
    own, others = (
        re.compile(f"[{''.join(s.letters + s.rest for s in scripts.SCRIPTS if (s is script) == mine)}]") for mine in (True, False)
    )  # fmt: skip
    letters = [chr(c) for c in range(0x323B0) if own.match(chr(c)) and unicodedata.category(chr(c))[0] == "L"]
    assert letters
    assert not [letter for letter in letters if others.match(letter)]


def test_every_language_is_told() -> None:
    for script in scripts.SCRIPTS:
        assert script.languages.split()
        for lang in script.languages.split():
            assert scripts.written(lang)
    assert all(scripts.written(code) or code in TABLE for code in known())


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("條約을 비준했다", "ko"), ("条約は批准", "ja"), ("条约获得批准", "zh"), ("подписан", "ru"), ("NATO가", "und"), ("ສັນຍາ", "lo"), ("1 2", "und"),
    ],
)  # fmt: skip
def test_a_text_in_a_script(text: str, lang: str) -> None:
    assert language_of(text) == lang
