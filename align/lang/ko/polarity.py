"""Words of Korean that turn a sentence round: 않다, 줄었다, 미만, 앞서, 부결."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.polarity import BOUND, CONDITION, HALF, MOVEMENT, NEGATION, ORDER, Mark, beginning
from align.lang.ko.polarity_words import DOWN, FELL, HALVES, IDIOMS, PAIRS, UP

KNOWN = True
NOT = r"(?:않|못하|못해|못했|못한|못할|못합|못함|못됐|못돼|말[고아라았자]|말(?=\s?것|기)|마(?![가-힣])|마[세십시라요오]|아니하)"
REACH = 18
"""Characters before a verb of going up or down in which its figure stands."""
EXCHANGE = "환율"
"""A rate that goes up where the other currency goes down."""
AMBIGUOUS = re.compile(
    "오르|오른|올라|올랐|올리|올린|올려|올렸|떨어|내리|내린|내려|내렸|내릴|뛰|뛴|높|낮|커|깎|꺾|성장|좁|넓"
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
BEGIN = re.compile(r"(?<![가-힣])[가-힣]")
LONGEST = 6
"""Syllables of the longest beginning that is looked up."""
FIGURE = re.compile(r"\s?\d|한\s")
"""What makes of 최대 and 최소 a bound and no superlative."""
WORD = r"[가-힣A-Za-z0-9%·]+"
ENDING = (
    r"(?=[가-힣]*(?:다|고|며|면|서|만|데|는|은|던|을|기|라|자|요|까|어"
    r"|아|해|네|죠|지|야|함|음|된|될|한|할|간|갈|온|올|니|냐|도록)(?![가-힣]))"
)


@cache
def _negations() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![가-힣])(?P<long>(?:[가-힣]+\s(?=[하되있오가두들나내]))?[가-힣]+)지(?:는|도|를|조차|만은|도는|도를)?\s?{NOT}"
        rf"|(?<![가-힣])(?P<can>(?:[가-힣]+\s(?=[할될있올갈둘들날낼]\s))?[가-힣]+)\s수(?:는|가|도|조차)?\s?없"
        rf"|(?<![가-힣])(?:안|못)\s(?P<short>{ENDING}[가-힣]+)"
        rf"|(?<![가-힣])(?P<near>[가-힣]+)\s(?:안[되된될됩됐돼]|못[하했한할해합])"
        rf"|(?<![가-힣A-Za-z0-9%·])(?P<none>{WORD})\s?없(?=[다는어었으을이고지습네])"
        rf"|(?<![가-힣A-Za-z0-9%·])(?P<other>{WORD})\s(?:아니(?=[다었며지였])|아닙|아님)"
        r"|(?P<inner>없|않|못|아니|아닌|아닙|아닐|밖에|(?<=[가-힣])(?<!지)만(?=\s)(?!\s\d)|뿐)"
    )


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(IDIOMS)


@cache
def _halves() -> frozenset[str]:
    return frozenset(HALVES.split())


THAN = re.compile(rf"[가-힣]보다(?:(?!\s?(?:\d|{COMPARED}))|는)")


@cache
def _moving() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    ways = dict.fromkeys(UP.split(), (MOVEMENT, 1)) | dict.fromkeys((*DOWN.split(), *FELL.split()), (MOVEMENT, -1))
    return re.compile(
        rf"({'|'.join(sorted(ways.keys() - {*FELL.split()}, key=len, reverse=True))}|(?<=[%p트원로도]\s)내[리린려렸릴]|깎)"
    ), ways


@cache
def _pairs() -> dict[str, tuple[str, int]]:
    return {
        word.replace("_", " "): (dimension, way)
        for dimension, both in PAIRS.items()
        for side, way in zip(both, (1, -1), strict=True)
        for word in side.split()
    }


BOUNDS = re.compile(
    r"(?P<figure>(?<![\d,.])\d[\d,.]*[가-힣%㎞㎏㎡a-zA-Z]*|(?<![가-힣])(?:절반|수[십백천만]|한|두|세|네|다섯|여섯|열|스무|백|천)\s?[가-힣]{0,3})\s?(?:[가-힣%]{1,4}\s?)?"
    r"(?:(?P<more>이상|초과|(?:을|를)?\s?(?:훌쩍\s)?(?:넘[은는어었게길겨]|웃[도돈돌]|상회)|(?<=\d)여(?=\s?[가-힣])|남짓)|(?P<less>이하|미만|이내|(?:에|에도|에는)?\s?(?:못\s?미[치쳤친]|크게\s못\s?미)|(?:을|를)?\s?(?:밑[도돈돌]|하회)|(?:도|이|가)?\s?(?:채\s)?안\s?[되된돼됐]))"
    r"|(?P<least>최소(?:한)?|적어도)\s(?P<after>\d[\d,.]*[가-힣%]*|[가-힣]{1,8})|(?P<most>최대|많아야|기껏해야)\s(?P<behind>\d[\d,.]*[가-힣%]*|[가-힣]{1,8})"
)
ORDERS = re.compile(
    r"(?<![^\s,.])(?P<event>(?:[^\s,.]+\s){0,2}[가-힣A-Za-z0-9]+)(?:"
    r"\s(?P<before>전에|전까지|전부터|직전|이전)|에\s(?P<ahead>앞서)|[을를]\s(?:하루\s|이틀\s)?(?P<facing>앞두고)|(?<=기)\s(?P<yet>전)"
    r"|\s(?P<after>이후|직후|후에|후부터|뒤에|뒤부터|이래|만에|만인|[뒤후](?![가-힣]))|(?<=[은된한인난친진른린])\s(?P<then>다음))(?![가-힣]*[보반])"
    r"|(?<![가-힣])(?P<open>먼저|나중|다음|이어|때까지|까지|지난|앞|전(?=[,\s])|후(?=[,\s])|뒤|당시|면서|직전|이전|이후|앞서)"
)
WAYS = {"before": -1, "ahead": -1, "facing": -1, "yet": -1, "after": 1, "then": 1, "open": 0}
"""Group of ORDERS -> which way it goes."""
CONDITIONS = re.compile(
    r"(?<![가-힣])(?P<event>[가-힣]+)(?:지\s(?P<unless>않(?:으면|는\s한|는다면|을\s경우)|못하(?:면(?!서)|는\s한))|[가이]\s(?P<without>없(?:으면|다면|는\s한)))"
    r"|(?P<if>(?<![가-힣])[가-힣]+(?:다면|라면|하면|되면|으면|이면|려면|시면|오면|가면|지면|할\s경우|될\s경우))(?![가-힣])"
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
    pattern, ways = _moving()
    last = 0
    for m in pattern.finditer(text):
        low = max(last, m.start() - REACH)
        low = max(low, text.rfind(", ", low, m.start()) + 1, text.rfind(". ", low, m.start()) + 1)
        dimension, way = ways[m[1]]
        loose = AMBIGUOUS.match(m[1]) and not MEASURED.search(text, low, m.start())
        if EXCHANGE in text or loose or APART.match(text, m.start()):
            way = 0
        yield Mark(dimension, way, *m.span(1), (low, m.start()))
        last = m.end()


def _of_negation(text: str) -> Iterator[Mark]:
    idioms = [m.span() for m in _idioms().finditer(text)]
    for m in _negations().finditer(text):
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
        if size and not FIGURE.match(text, m.start() + size):
            yield Mark(*_pairs()[word[:size]], m.start(), m.start() + size, (m.start(), m.start() + size))
