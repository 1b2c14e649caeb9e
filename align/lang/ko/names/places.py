"""Names of the gazetteer in a Korean text, and the country codes of headlines: 한미일, 北러, 美 대통령."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from align.lang.base.names.entries import Entry, Spot, soft
from align.lang.ko.names.following import FOLLOWING
from align.lang.ko.tokens import SUFFIXES

WORD = re.compile(r"(?<![가-힣A-Z])[가-힣A-Z]*[가-힣]+")
WORD_END = re.compile("[가-힣]*")
CODE = re.compile(r"(?<![가-힣\d])[미중일북러영독불호](?=\s)")
TOWARDS = re.compile(r"(?<![가-힣])([대방주반친재])([미중일북러영독불남])")
"""Towards, visiting, stationed in, against, for a country: 대미 수출, 방중, 주일 대사."""
TOWARDS_SURE = re.compile(
    r"(?<=방[미일러북영독불])(?=$|[\s·은을의]|중|길)|(?<=[대주반친].)\s?(?:수출|수입|외교|교역|무역|투자|제재|관세|협상|특사|정책|압박|의존|흑자|적자|"
    r"통상|관계|대사|대사관|전략|봉쇄|공조|감정|성향|노선|시위)"
)
"""What then stands there, or follows, where the syllables are no other word: 대중, 주일 may be the public, a week."""
ALONE = re.compile(r"(?=$|[\s·]|[은을는를의에도](?![가-힣]))")
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
VERBAL = frozenset(s for s in SUFFIXES if re.match("[하했되된됐될됩]|한(?!테)|할|시킨", s)) - {"하"}
"""Endings of a verb, behind which no place stands: 경주하고."""
FAR = 40
"""Characters behind a name within which its word is looked at: none is longer."""
BEHIND_ONE = re.compile("국제|영화제|공항|주민|시민|기지|해역|시내|대학")
"""What a compound has behind a place of one syllable: 칸국제영화제."""
SHORT = 2
"""Syllables of a form that is doubtful where more than a particle or suffix follows: 인도 in 인도했다."""
AFTER = FOLLOWING | {"", "행", "발", "권", "선", "항"}


@dataclass(frozen=True, slots=True)
class Known:
    """The entries by their Korean forms."""

    forms: Mapping[str, Entry]
    """Without spaces."""
    longest: int
    """Characters of the longest form."""
    starts: frozenset[str]
    """The first two characters of the forms and compounds, and forms of one syllable."""

    @classmethod
    def of(cls, forms: Mapping[str, Entry]) -> Known:
        """For a gazetteer's forms."""
        return cls(forms, max(map(len, forms), default=0), frozenset(form[:2] for form in (*forms, *COMPOUNDS)))

    def spots(self, text: str) -> list[Spot]:
        """The entries of a text, the longest form first at each word, and then the country codes."""
        if not self.forms:
            return []
        found: list[Spot] = []
        for match in WORD.finditer(text):
            at, end = match.span()
            while at < end and not (found and at < found[-1].end):
                spot = self._at(text, at, min(end, at + self.longest + FAR), at == match.start())
                if spot:
                    found += spot
                    at = spot[-1].end
                elif at == match.start() and text[at].isascii():
                    at += 1
                else:
                    break
        return found + list(self._codes(text))

    def _at(self, text: str, at: int, end: int, first: bool) -> list[Spot]:
        if text[at : at + 2] not in self.starts:
            return self._one(text, at, end) if first and text[at] in self.starts else []
        for size in range(min(self.longest, len(text) - at), 1, -1):
            form = text[at : at + size]
            entry = self.forms.get(form.replace(" ", ""))  # 유럽 연합 is 유럽연합
            stop = max(end, WORD_END.match(text, at + size, at + size + FAR).end()) if at + size > end else end  # type: ignore[union-attr]
            rest = text[at + size : stop]
            if rest in VERBAL:
                continue
            if entry and form[-1] != " " and (size > SHORT or rest in AFTER or (len(rest) > 1 and at + size <= end)):
                return [Spot(at, at + size, entry if size > SHORT or rest in AFTER else soft(entry))]
            if first and form in COMPOUNDS and text[at + size : end] in AFTER:
                return [Spot(at + k, at + k + 1, self.forms[CODES[c]]) for k, c in enumerate(form)]
        return self._one(text, at, end) if first and text[at] in self.starts else []

    def _one(self, text: str, at: int, end: int) -> list[Spot]:
        """A place of one syllable with a particle, or at the beginning of a compound: 괌으로, 칸국제영화제."""
        rest = text[at + 1 : end]
        whole = rest in AFTER and rest not in VERBAL
        if not whole and not BEHIND_ONE.match(rest):
            return []
        return [Spot(at, at + 1, self.forms[text[at]] if whole else soft(self.forms[text[at]]))]

    def _codes(self, text: str) -> Iterator[Spot]:
        for match in CODE.finditer(text):
            yield Spot(match.start(), match.end(), soft(self.forms[CODES[match[0]]]))
        for match in TOWARDS.finditer(text):
            sure = TOWARDS_SURE.match(text, match.end())
            if sure or ALONE.match(text, match.end()):
                entry = self.forms[CODES[match[2]]]
                yield Spot(*match.span(2), entry if sure else soft(entry))
        for match in HANJA.finditer(text):
            if any("一" <= c <= "鿿" for c in match[0]):
                for k, c in enumerate(match[0]):
                    yield Spot(match.start() + k, match.start() + k + 1, soft(self.forms[CODES[c]]))
