"""Names that English translates or spells in its own way: countries, places, bodies, and the country codes of headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from align.resources import text

FILE = "ko-en/gazetteer.tsv"
LONGEST = 8
"""Words of an English form."""
HANGUL = re.compile(r"[가-힣A-Z]*[가-힣]+")
LATIN = re.compile(r"[A-Za-zÀ-ɏ][\w&]*(?:[-'’.](?=\w)[\w&]+)*")
WORD_END = re.compile("[가-힣]*")
CODE = re.compile(r"(?<![가-힣\d])[미중일북러영독불호](?=\s)")
HANJA = re.compile(r"[韓美中日北露러英獨佛]+")
CODES = {
    "한": "한국", "미": "미국", "중": "중국", "일": "일본", "북": "북한", "남": "한국", "러": "러시아", "영": "영국",
    "독": "독일", "불": "프랑스", "호": "호주", "韓": "한국", "美": "미국", "中": "중국", "日": "일본", "北": "북한",
    "露": "러시아", "英": "영국", "獨": "독일", "佛": "프랑스",
}  # fmt: skip
"""The country that a syllable or character stands for in a compound or headline."""
COMPOUNDS = frozenset(
    (
        "한미 한중 한일 한러 한영 한독 한불 한호 한미일 한중일 북미 북중 북러 북일 북중러 미중 미러 미일 미북 중일 중러 일중 "
        "남북 남북미 러북 한일중"
    ).split()
)
"""Hangul compounds of country codes; 한인 or 중영 are other words."""
BODIES = frozenset({"agency", "organization", "party"})
"""Kinds whose names English news may write in lower case: the foreign ministry."""
SHORT = 2
"""Syllables of a form that is doubtful where more than a particle or suffix follows: 인도 in 인도했다."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: how Korean and how English write it."""

    kind: str
    """country, region, city, county, district, landmark, continent; agency, organization, party, company, media, university, index."""
    source: tuple[str, ...]
    target: tuple[str, ...]
    capitals: frozenset[str] = frozenset()
    """Those of `target` that are the country's capital."""
    doubtful: bool = False
    """The Korean form is a common word too: it explains an English name, but asks for none."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An entry found at `[start, end)`."""

    start: int
    end: int
    entry: Entry
    generic: bool = False
    """Written as a common noun (the parliament): it renders a name, and names nothing by itself."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by what they are looked up by."""

    hangul: Mapping[str, Entry]
    latin: Mapping[tuple[str, ...], tuple[Entry, ...]]
    longest: int
    """Characters of the longest Korean form."""
    starts: frozenset[str]
    """The first two characters of the Korean forms and compounds."""

    def in_korean(self, text: str, follows: frozenset[str]) -> list[Spot]:
        """The entries of a Korean text, the longest form first at each word; `follows` may stand behind a short one."""
        found: list[Spot] = []
        follows = follows | {""}
        for match in HANGUL.finditer(text):
            at, end = match.span()
            while at < end and not (found and at < found[-1].end):
                spot = self._at(text, at, end, follows, at == match.start())
                if spot:
                    found += spot
                    at = spot[-1].end
                elif at == match.start() and text[at].isascii():
                    at += 1
                else:
                    break
        return found + list(self._codes(text))

    def _at(self, text: str, at: int, end: int, follows: frozenset[str], first: bool) -> list[Spot]:
        if text[at : at + 2] not in self.starts:
            return []
        for size in range(min(self.longest, len(text) - at), 1, -1):
            form = text[at : at + size]
            entry = self.hangul.get(form.replace(" ", ""))  # 유럽 연합 is 유럽연합
            stop = max(end, WORD_END.match(text, at + size).end()) if at + size > end else end  # type: ignore[union-attr]
            rest = text[at + size : stop]
            if entry and form[-1] != " " and (size > SHORT or rest in follows or (len(rest) > 1 and at + size <= end)):
                return [Spot(at, at + size, entry if size > SHORT or rest in follows else _soft(entry))]
            if first and form in COMPOUNDS and text[at + size : end] in follows:
                return [Spot(at + k, at + k + 1, self.hangul[CODES[c]]) for k, c in enumerate(form)]
        return []

    def _codes(self, text: str) -> Iterator[Spot]:
        for match in CODE.finditer(text):
            yield Spot(match.start(), match.end(), _soft(self.hangul[CODES[match[0]]]))
        for match in HANJA.finditer(text):
            if any("一" <= c <= "鿿" for c in match[0]):
                for k, c in enumerate(match[0]):
                    yield Spot(match.start() + k, match.start() + k + 1, _soft(self.hangul[CODES[c]]))

    def in_latin(self, text: str) -> list[Spot]:
        """The entries of an English text, the longest form first; one spot an entry where a form is ambiguous."""
        words = list(LATIN.finditer(text))
        plain = [word[0].replace(".", "").replace("’", "'").removesuffix("'s").lower() for word in words]
        found, k = [], 0
        while k < len(words):
            for size in range(min(LONGEST, len(words) - k), 0, -1):
                entries = self.latin.get(tuple(plain[k : k + size]))
                money = text[words[k + size - 1].end() :][:1] == "$"  # US$
                if entries and not money and _capital(words[k][0], size, entries):
                    last = words[k + size - 1]
                    end = last.end() - (2 if last[0].replace("’", "'").endswith("'s") else 0)
                    generic = words[k][0][0].islower()
                    found += [Spot(words[k].start(), end, entry, generic) for entry in entries]
                    k += size
                    break
            else:
                head = words[k][0].split("-")[0]  # Changwon-bound
                entries = self.latin.get((head.lower(),)) if head != words[k][0] else None
                if entries and _capital(head, 1, entries):
                    found += [Spot(words[k].start(), words[k].start() + len(head), entry) for entry in entries]
                k += 1
        return found


@cache
def _soft(entry: Entry) -> Entry:
    return replace(entry, doubtful=True)


def _capital(word: str, size: int, entries: tuple[Entry, ...]) -> bool:
    """Whether a form is written as a name: bodies of several words may be in lower case, US may not."""
    if size > 1 and all(entry.kind in BODIES for entry in entries):
        return True
    if any(form.startswith(word) and form[0].islower() for entry in entries for form in entry.target):
        return True
    if len(word.replace(".", "")) <= 3 and any(
        form.replace(".", "").lower() == word.replace(".", "").lower() and form.isupper()
        for entry in entries
        for form in entry.target
    ):
        return word.isupper()
    return word[0].isupper()


@cache
def gazetteer() -> Gazetteer:
    """The shipped one."""
    hangul: dict[str, Entry] = {}
    latin: dict[tuple[str, ...], list[Entry]] = {}
    for line in text(FILE).split("\n")[2:]:
        if not line:
            continue
        source, target, kind = line.split("\t")
        forms = target.split("|")
        entry = Entry(
            kind.rstrip("?"), tuple(source.split("|")), tuple(form.rstrip("~") for form in forms),
            frozenset(form[:-1] for form in forms if form.endswith("~")), kind.endswith("?"),
        )  # fmt: skip
        for form in entry.source:
            hangul.setdefault(form.replace(" ", ""), entry)
        for form in entry.target:
            key = tuple(w[0].replace(".", "").replace("’", "'").lower() for w in LATIN.finditer(form))
            latin.setdefault(key, []).append(entry)
    starts = frozenset(form[:2] for form in (*hangul, *COMPOUNDS))
    return Gazetteer(hangul, {key: tuple(found) for key, found in latin.items()}, max(map(len, hangul)), starts)
