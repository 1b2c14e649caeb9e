"""Korean clauses left out of a sentence, and two sentences joined to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.lang.base.slips import Slip
from align.lang.ko.clauses import clauses

WORDS = 3
"""Words from which on a clause is left out: a Korean word says as much as an English one and its article or preposition."""
FIGURE = re.compile(r"\d|(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:명|곳|개|번|차례|가지)")
SAID = re.compile(r"라며|라고|다며|다고|말했|따르면|밝혔|면서")
QUOTES = "\"“”'‘’"
ENDINGS = (
    (r"했다\.$", "했으며, "),
    (r"됐다\.$", "됐으며, "),
    (r"었다\.$", "었으며, "),
    (r"이다\.$", "이며, "),
    (r"한다\.$", "하며, "),
)
"""The verb at the end of a sentence, and the same where another one follows."""


HEAD = re.compile(r"[가-힣](?:은|는|에서는|에게는)$")
"""The topic, behind which a clause of its own may stand."""
TOPIC = re.compile(r"(?:[가-힣A-Za-z]+ ){0,3}[가-힣]+[은는] ")
"""A topic of its own at the head of what is left."""
COORDINATE = re.compile(
    r"(?:[가-힣](?:고|으며|하며|되며|이며|지며|지만|는데|자|해|져|려|워|혀|켜)|[가-힣](?:한|은|된) (?:뒤|후)|에 이어"
    r"|에 따라|에 대해|에 맞서"
    r"|[을를] (?:위해|통해|앞두고|두고)|[과와] (?:함께|달리)),?$"
)
"""How a clause or an adverbial ends that the rest does not need."""
ATTRIBUTE = re.compile(r"[가-힣](?:하는|되는|있는|없는|한|된|하던|할)$")
"""How a clause ends that tells which thing the next noun means."""
HELPED = re.compile(r"있|싶|나서|말(?!레)|하[고며]|했|한다|버[리렸]|주|줬|왔|갔|보|둔|놓")
"""A verb that needs the one before it: 요구하고 있다."""
BOUND = re.compile(
    r"것|수 |계획|방침|예정|뒤|후|때|등|바 |데|점|만큼|대로|중|경우|채|가운데|이후|상태"
    r"|상황|전망|가능성|적 |만에|지 |의혹|혐의|사실|이유|조건"
)
"""A noun that is nothing without the clause before it."""


def cut(text: str) -> Iterator[Slip]:
    """A clause or an adverbial behind the topic left out, or one before it: what follows has the subject and verb it needs.

    >>> text = "회사는 포항에 있는 공장의 수리를 앞당기고 수출 물량을 유럽으로 돌리기로 했다."
    >>> [text[:a] + new + text[b:] for (a, b), new, _ in cut(text)][-1]
    '회사는 수출 물량을 유럽으로 돌리기로 했다.'
    """
    spans = clauses(text)
    for first in range(len(spans) - 1):
        start = spans[first][0]
        if first and (not HEAD.search(text[:start].rstrip()) or SAID.search(text[:start])):
            continue
        for last in range(first, len(spans) - 1):
            piece, rest = text[start : spans[last][1]], text[spans[last + 1][0] :]
            alone = COORDINATE.search(piece) and TOPIC.match(rest) and "=" not in piece
            if _whole(piece, rest) and (first or alone):
                yield Slip((start, spans[last + 1][0]), "")


def _whole(piece: str, rest: str) -> bool:
    """Whether a piece is a clause of some words without a figure that the rest can do without."""
    if len(piece.split()) < WORDS or FIGURE.search(piece) or SAID.search(piece) or any(q in piece for q in QUOTES):
        return False
    if COORDINATE.search(piece):
        return not HELPED.match(rest)
    return ATTRIBUTE.search(piece) is not None and not BOUND.match(rest)


def joined(text: str, following: str) -> Iterator[str]:
    """Quiet: two sentences as one.

    >>> list(joined("회의를 했다.", "합의는 없었다."))
    ['회의를 했으며, 합의는 없었다.']
    """
    for pattern, new in ENDINGS:
        if re.search(pattern, text):
            yield re.sub(pattern, new, text) + following
            return
