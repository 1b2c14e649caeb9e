"""Words of Korean that turn a sentence round: 않다, 줄었다, 미만, 앞서, 부결."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.polarity import BOUND, CONDITION, HALF, MOVEMENT, NEGATION, ORDER, Mark, beginning
from align.lang.ko.forms import forms
from align.lang.ko.polarity_words import DOWN, FELL, HALVES, HANDED_DOWN, HIGHER, IDIOMS, LOWER, PAIRS, UP

KNOWN = True
NOT = r"(?:않|못하|못해|못했|못한|못할|못합|못함|못됐|못돼|말[고아라았자]|말(?=\s?것|기)|마(?![^\W\d_])|마[세십시라요오]|아니하)"
REACH = 18
"""Characters before a verb of going up or down in which its figure stands."""
EXCHANGE = "환율"
"""A rate that goes up where the other currency goes down."""
AMBIGUOUS = tuple(
    "오르 오른 오를 올라 올랐 올리 올린 올릴 올려 올렸 떨어 내려 뛰 뛴 높 낮 커 깎 꺾 성장 좁 넓 벌 많 작 적".split()
)
"""Verbs that move quantities, and people and things too."""
MEASURED = re.compile(
    r"\d|절반|두 배|[률율값액량]|가격|금리|지수|물가|주가|매출|이익|수익|수요|공급"
    r"|비용|임금|월급|세금|요금|수치|규모|기온|온도|인기|지지도|생산"
    r"|소비|부담|비중|점수|성적|건수|명|집값|수출|수입"
)
"""What a quantity is."""
APART = re.compile(r"(?<=[m㎞터일리)]\s)떨어|떨어진\s?(?:곳|지점|거리|데|섬|마을|도시|바다|해상|앞바다)")
ASKED = re.compile(r"[^.?!]{0,25}\?")
"""What makes a question of a negation: it may ask for a yes."""
COMPARED = (
    r"더|덜|훨씬|높|낮|많|적|크|큰|작|늘|줄|빠|느|앞|일찍|늦|약|두 배|좋|나쁘|비싸|싸|깊|길|짧|강|심|가파"
    r"|빨|먼저|급|소폭|대폭|무려"
)
"""What follows 보다 where things are compared and none is denied."""
DIFFERENCE = re.compile(r"\d[\d,.]*\s?(?:%포인트|%p|%|[^\W\d_]{1,4})\s(?:(?:가량|정도|쯤|이나|더|가까이)\s?)?")
"""How much higher or lower it is."""
CLAUSE = re.compile(r"[,.]\s|(?:면|지만|는데|으나|으며)\s")
"""Where a clause ends, by its endings that no noun has."""
JOINED = re.compile(r"(?:면|지만|는데|으나|으며)\s")
BEGIN = re.compile(r"(?<![^\W\d_])[^\W\d_]")
LONGEST = 6
"""Syllables of the longest beginning that is looked up."""
FIGURE = re.compile(r"\s?\d|한\s")
"""What makes of 최대 and 최소 a bound and no superlative."""
WORD = r"[\w%·]+"
ENDING = (
    r"(?=[^\W\d_]*(?:다|고|며|면|서|만|데|는|은|던|을|기|라|자|요|까|어"
    r"|아|해|네|죠|지|야|함|음|된|될|한|할|간|갈|온|올|니|냐|도록)(?![^\W\d_]))"
)


@cache
def _negations() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W\d_])(?P<long>(?:[^\W\d_]+\s(?=[하되있오가두들나내]))?[^\W\d_]+)지(?:는|도|를|조차|만은|도는|도를)?\s?{NOT}"
        rf"|(?<![^\W\d_])(?P<can>(?:[^\W\d_]+\s(?=[할될있올갈둘들날낼]\s))?[^\W\d_]+)\s수(?:는|가|도|조차)?\s?없"
        rf"|(?<![^\W\d_])(?:안|못)\s(?P<short>{ENDING}[^\W\d_]+)"
        rf"|(?<![^\W\d_])(?P<near>[^\W\d_]+)\s(?:안[되된될됩됐돼]|못[하했한할해합])"
        rf"|(?<![\w%·])(?P<none>{WORD})\s?없(?=[다는어었으을이고지습네])"
        rf"|(?<![\w%·])(?P<other>{WORD})\s(?:아니(?=[다었며지였])|아닙|아님)"
        r"|(?P<inner>없|않|못|아니|아닌|아닙|아닐|밖에|(?<=[^\W\d_])(?<!지)만(?=\s)(?!\s\d)|뿐)"
    )


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(IDIOMS)


@cache
def _halves() -> frozenset[str]:
    return frozenset(_expanded(HALVES))


THAN = re.compile(rf"[^\W\d_]보다(?:(?!\s?(?:\d|{COMPARED}))|는)")


def _expanded(words: str) -> Iterator[str]:
    """The words, and all forms of the verbs among them, which stand in 다; one syllable alone is too short to tell."""
    for word in (entry.replace("_", " ") for entry in words.split()):
        if word.endswith("다") and len(word) > 1:
            stem = word[:-1]
            yield from (form for form in (*forms(word), *(stem + end for end in "며면자려겠던다도")) if len(form) > 1)
        else:
            yield word


@cache
def _moving() -> dict[str, int]:
    return dict.fromkeys(_expanded(UP), 1) | dict.fromkeys((*_expanded(DOWN), *_expanded(FELL)), -1)


@cache
def _fell() -> frozenset[str]:
    return frozenset(_expanded(FELL))


@cache
def _compared() -> dict[str, int]:
    return dict.fromkeys(HIGHER.split(), 1) | dict.fromkeys(LOWER.split(), -1)


@cache
def _pairs() -> dict[str, tuple[str, int]]:
    return {
        word: (dimension, way)
        for dimension, both in PAIRS.items()
        for side, way in zip(both, (1, -1), strict=True)
        for word in _expanded(side)
    }


@cache
def _handed_down() -> tuple[str, ...]:
    return tuple(f"{noun}{particle}" for noun in HANDED_DOWN.split() for particle in ("", "을", "를", "이", "가", "도"))


BOUNDS = re.compile(
    r"(?P<figure>(?<![\d,.])\d[\d,.]*[\w%㎞㎏㎡]*|(?<![^\W\d_])(?:절반|수[십백천만]|한|두|세|네|다섯|여섯|열|스무|백|천)\s?[^\W\d_]{0,3})\s?(?:[\w%]{1,4}\s?)?"
    r"(?:(?P<more>이상|초과|(?:을|를)?\s?(?:훌쩍\s)?(?:넘[은는어었게길겨]|웃[도돈돌]|상회)|(?<=\d)여(?=\s?[^\W\d_])|남짓)|(?P<less>이하|미만|이내|(?:에|에도|에는)?\s?(?:못\s?미[치쳤친]|크게\s못\s?미)|(?:을|를)?\s?(?:밑[도돈돌]|하회)|(?:도|이|가)?\s?(?:채\s)?안\s?[되된돼됐]))"
    r"|(?P<least>최소(?:한)?|적어도)\s(?P<after>\d[\d,.]*[\w%]*|[^\W\d_]{1,8})|(?P<most>최대|많아야|기껏해야)\s(?P<behind>\d[\d,.]*[\w%]*|[^\W\d_]{1,8})"
)
ORDERS = re.compile(
    r"(?<![^\s,.])(?P<event>(?:[^\s,.]+\s){0,2}\w+)(?:"
    r"\s(?P<before>전에|전까지|전부터|직전|이전)|에\s(?P<ahead>앞서)|[을를]\s(?:하루\s|이틀\s)?(?P<facing>앞두고)|(?<=기)\s(?P<yet>전)"
    r"|\s(?P<after>이후|직후|후에|후부터|뒤에|뒤부터|이래|만에|만인|[뒤후](?![^\W\d_]))|(?<=[은된한인난친진른린])\s(?P<then>다음))(?![^\W\d_]*[보반])"
    r"|(?<![^\W\d_])(?P<open>먼저|나중|다음|이어|때까지|까지|지난|앞|전(?=[,\s])|후(?=[,\s])|뒤|당시|면서|직전|이전|이후|앞서)"
)
WAYS = {"before": -1, "ahead": -1, "facing": -1, "yet": -1, "after": 1, "then": 1, "open": 0}
"""Group of ORDERS -> which way it goes."""
CONDITIONS = re.compile(
    r"(?<![^\W\d_])(?P<event>[^\W\d_]+)(?:지\s(?P<unless>않(?:으면|는\s한|는다면|을\s경우)|못하(?:면(?!서)|는\s한))|[가이]\s(?P<without>없(?:으면|다면|는\s한)))"
    r"|(?P<if>(?<![^\W\d_])[^\W\d_]+(?:다면|라면|하면|되면|으면|이면|려면|시면|오면|가면|지면|할\s경우|될\s경우))(?![^\W\d_])"
)


def marks(text: str) -> Iterator[Mark]:
    """The marks of a text."""
    yield from _movements(text)
    yield from _beginnings(text)
    for m in BOUNDS.finditer(text):
        group = next(name for name in ("more", "less", "least", "most") if m[name])
        anchor = m.span({"least": "after", "most": "behind"}.get(group, "figure"))
        yield Mark(BOUND, 1 if group in ("more", "least") else -1, *m.span(group), anchor)
    yield from _of_negation(text)
    for m in ORDERS.finditer(text):
        group = next(name for name in WAYS if m[name])
        yield Mark(ORDER, WAYS[group], *m.span(group), m.span("event") if m["event"] else m.span())
    for m in CONDITIONS.finditer(text):
        yield Mark(CONDITION, 1 if m["if"] else -1, *m.span(), m.span("event") if m["event"] else m.span())


def _movements(text: str) -> Iterator[Mark]:
    """Verbs and nouns of going up or down, said of what stands before them in the clause."""
    last = 0
    for start, end in _found(text, _moving()):
        way = _moving()[text[start:end]]
        low = _clause(text, max(last, start - REACH), start)
        measured = MEASURED.search(text, low, start)
        if text[start:end] in _fell() and (not measured or _is_handed_down(text, start)):
            continue
        if (
            _of_exchange(text, start)
            or APART.match(text, start)
            or (text.startswith(AMBIGUOUS, start) and not measured)
        ):
            way = 0
        yield Mark(MOVEMENT, way, start, end, (low, start))
        last = end
    for m in DIFFERENCE.finditer(text):
        start = m.end()
        if size := beginning(text[start : start + LONGEST], _compared(), LONGEST):
            way = 0 if text.startswith(("높이", "길이"), start) else _compared()[text[start : start + size]]
            yield Mark(MOVEMENT, way, start, start + size, m.span())


def _clause(text: str, low: int, high: int) -> int:
    """Where the clause begins that ends at `high`, no earlier than `low`."""
    return max((m.end() for m in CLAUSE.finditer(text, low, high)), default=low)


def _of_exchange(text: str, start: int) -> bool:
    """Whether an exchange rate is told of, in the same part of the sentence."""
    if EXCHANGE not in text:
        return False
    low = max((m.end() for m in JOINED.finditer(text, 0, start)), default=0)
    after = JOINED.search(text, start)
    return text.find(EXCHANGE, low, after.start() if after else len(text)) >= 0


def _is_handed_down(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip().rpartition(" ")[2]
    return before in _handed_down()


def _found(text: str, words: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Where words stand, within others too, the longest first: a look-up behind the first syllable."""
    last = 0
    for m in _firsts().finditer(text):
        if m.start() >= last and (size := beginning(text[m.start() : m.start() + LONGEST], words, LONGEST)):
            last = m.start() + size
            yield m.start(), last


@cache
def _firsts() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({word[0] for word in _moving()}))}]")


def _of_negation(text: str) -> Iterator[Mark]:
    found = list(_negations().finditer(text))
    idioms = [m.span() for m in _idioms().finditer(text)] if found else []
    for m in found:
        group = next((name for name in ("long", "can", "short", "near", "none", "other") if m[name]), "")
        plain = (
            group
            and not any(low < m.end() and m.start() < high for low, high in idioms)
            and not ASKED.match(text, m.end())
        )
        yield Mark(NEGATION, -1 if plain else 0, *m.span(), m.span(group) if plain else m.span())
    for m in THAN.finditer(text):
        yield Mark(HALF, 0, *m.span(), m.span())


def _beginnings(text: str) -> Iterator[Mark]:
    """Words that begin with a half negation or an antonym: a look-up, since patterns of so many words are slow to compile."""
    for m in BEGIN.finditer(text):
        word = text[m.start() : m.start() + LONGEST]
        if size := beginning(word, _halves(), LONGEST):
            yield Mark(HALF, 0, m.start(), m.start() + size, (m.start(), m.start() + size))
        size = beginning(word, _pairs(), LONGEST)
        dimension, way = _pairs().get(word[:size], ("", 0))
        if size and not (dimension == "size" and FIGURE.match(text, m.start() + size)):
            yield Mark(dimension, way, m.start(), m.start() + size, (m.start(), m.start() + size))
