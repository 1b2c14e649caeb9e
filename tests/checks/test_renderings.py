"""Which word renders which: by the lexicons, by values and by names; unknown words say nothing."""

from __future__ import annotations

import pytest

import align
from align.checks.compare.renderings import SURE, Renderings, Word
from align.checks.context import Knowledge, read

KOREAN = "부산시는 2024년 11월 5일 병원 세 곳에 의사 1,200명을 보냈다."
ENGLISH = "Busan sent 1,200 doctors to three hospitals on Nov. 5, 2024."


def words(source: str, target: str, langs: tuple[str, str] = ("ko", "en")) -> Renderings:
    session = align.Session(*langs)
    alignment = session.pair(f"{source}\n", f"{target}\n")
    return read(alignment, Knowledge(), lambda: session.engine).words()


def word(side: tuple[tuple[Word, ...], ...], beginning: str) -> Word:
    return next(w for segment in side for w in segment if w.text.startswith(beginning))


@pytest.mark.parametrize(
    ("korean", "english"),
    [("병원", "hospitals"), ("의사", "doctors"), ("1,200", "1,200"), ("부산", "Busan"), ("11월", "Nov")],
)
@pytest.mark.parametrize("turned", [False, True])
def test_it_renders(korean: str, english: str, turned: bool) -> None:
    sides = ENGLISH, KOREAN
    found = words(*(sides if turned else sides[::-1]), ("en", "ko") if turned else ("ko", "en"))
    a, b = (english, korean) if turned else (korean, english)
    source, target = word(found.source, a), word(found.target, b)
    assert found.of(source, found.target[0])[0][1].text.startswith(b) or found.weight(source, target) == SURE
    assert source in [w for _, w in found.behind(target, found.source[0])]


def test_what_is_not_known_says_nothing() -> None:
    found = words("뷁쉙은 갔다.", "Zzxq went.")
    assert found.weight(word(found.source, "뷁쉙"), word(found.target, "Zzxq")) == 0
    assert word(found.source, "뷁쉙").known == 0


def test_words_lie_where_they_say() -> None:
    found = words(KOREAN, ENGLISH)
    for side, text in ((found.source, KOREAN), (found.target, ENGLISH)):
        assert all(text[w.start : w.end] == w.text for segment in side for w in segment)
