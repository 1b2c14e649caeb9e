"""Who does what in a Korean sentence: particles say the part, endings where a clause ends.

A clause takes what stands before its predicate, up to its own subject; a topic waits for the last predicate. What is left
with two subjects, or none, is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from align.lang.base.roles import (
    ACTOR,
    AGENT,
    ANY,
    CLOSED,
    DOER,
    GOAL,
    HOLDER,
    LESS,
    MAIN,
    MORE,
    NOUN,
    OBJECT,
    OTHER,
    PATH,
    PERSON,
    SAID,
    SIDE,
    START,
    VERB,
    Fact,
    Known,
    Span,
    ends,
)
from align.lang.base.sentences import LONGEST
from align.lang.ko.names.families import FAMILIES
from align.lang.ko.names.titles import TITLES

SLOTS = {
    **dict.fromkeys("이 가 께서 측이".split(), "subject"),
    **dict.fromkeys("은 는 측은 씨는 께서는".split(), "topic"),
    **dict.fromkeys("을 를".split(), "object"),
    **dict.fromkeys("와 과".split(), "with"),
    **dict.fromkeys("에게 한테 께 에게서 한테서 로부터 으로부터 에".split(), "other"),
    **dict.fromkeys("로 으로".split(), "means"),
    "에서": "from",
    "보다": "than",
    "의": "possessor",
}
"""Particle -> the part of what stands before it; any other leaves it open."""
HONORIFICS = ("씨", "측", "군", "양", "님")
NOUNS = frozenset(
    "회의 정의 합의 협의 논의 결의 강의 동의 문의 주의 국가 평가 증가 추가 참가 작가 전문가 허가 주가 물가 "
    "정가 불가 휴가 효과 결과 사과 성과 부과 통과 초과 경과 일과 학과 정은 채은 나이 차이 사이 아이 어린이 "
    "고양이 놀이 종이 길이 높이 깊이 가을 마을 노을 은 는 이 가 을 를 의 에 와 과 부에 하에 전에 후에 뒤에 "
    "때에".split()
)
"""Words that only look as if they ended with a particle, and those that tell nothing."""
QUOTING = re.compile(r"(?:다|라|자|냐|려)(?:고|며|면서|는|고는|고도)$|^(?:고|며|이라고|이라며)$|도록$")
"""How a clause ends that is said, asked or wanted."""
JOINING = re.compile(
    r"(?:으며|며|면서|지만|는데|아서|어서|여서|해서|하고|되고|리고|기고|키고|치고|받고|지고|내고|오고|하자|되자|받자|하여|되어|하면|되면|으면"
    r"|(?:하|되|지|리|키|치|오|나|르|있|없|받)면|하려|하기로|기에|자마자|더니|거나|받아|맞아|들어|들여|밀려|올라|나와|따라|(?<=\w\w)(?<![난듬피동서남견손방오])해|(?<=\w\w)돼)$"
)
MODIFYING = re.compile(
    r"(?:(?<=[^\W\d_])(?:한|된|던|할|될|하는|되는|시킨|시키는|당한|운|른|린|쁜|픈|킨|낸|둔|릴|킬|칠)"
    r"|(?:있|없|받|얻|막|맡|잡|이끄|만드|밝히|보이|노리|겪|앓|찾|벌이|올리|늘리|줄이|바꾸|꼽히|불리|나서|맞서|앞서|이기|이끌|보내|거두|내리|버티|지키|다루|따르)는"
    r"|^(?:사|지|내|맞|묻|주|파|가|오|쓰|보|낳)는"
    r"|[려여해어아와]준|(?:받|맡|얻|잡|막|찾|넘|묻|꺾|많|적|높|낮|같|좋|깊|넓|짧|젊|늦|앉|맺|뺏|넣|밟|씻|닫|믿|겪|낳|찍|뽑|짚)은"
    r"|^(?:열린|만든|이끈|펴낸|건넨|꺼낸|지킨|맡긴|남긴|숨긴|밝힌|붙인|보인|높인|줄인|죽인|속인|때린|던진|이룬|거둔|큰|긴|쓴|산|판|본|준|친|찬|건|뺀|낸|든|된|될|온|간|튼|푼|뗀|켠|짠"
    r"|갚을|막을|받을|맡을|낼|줄|열|세울|만들|보낼|이끌|맞을|잡을|얻을|찾을))$"
)
TOWARDS = frozenset("상대로 향해 겨냥해 대상으로 향한 겨냥한 상대한".split())
"""What stands behind the one against whom, or to whom, it is done: 정부를 상대로."""
MEANT = re.compile(r"(?:것|방침|계획|예정|전망|생각|뜻|입장|태세|참|셈|모양|듯|수|바|적|줄)(?=$|이|을|도|은|과)|것")
"""What stands behind a predicate that goes on: 요청할 방침이다, 볼 수 있다."""
PASSIVE = re.compile(
    r"(?:(?:되|된|됐|될|됨|돼)(?!돌)|당하|당한|당했|당할|당해|(?<=[^\W\d_])받(?!아들|아내|아쳐|아 )"
    r"|붙잡히|붙잡혔|붙잡힌|잡혔|잡힌|뽑혔|뽑힌|꺾였|밀려|밀렸|쫓겼|쫓겨|맞았|맞아)"
)
"""What a verb in the passive has."""
LOST = re.compile(r"^(?:졌|진다|지며|지고|패하|패했|패한|무릎)")
OPEN = re.compile(
    r"만나|만났|만난|합의|협의|회담|논의|대화|통화|협력|협약|결혼|맞붙|맞섰|싸우|싸웠|겨루|겨뤘|비기|비겼|다투|다퉜|공유|교환|체결|"
    r"수입|수출|사들|매입|매각|구매|구입|판매|팔았|팔기|판다|"
    r"빌렸|빌린|들었|들은|배웠|얻었|얻은|넘겨받|물려받|이어받|건네받|전해들"
)
"""Verbs that both do alike, and those that say the other way round what another verb says: A beats B, B loses to A."""
SPEECH = re.compile(
    r"(?:말|설명|강조|지적|주장|평가|비판|반박|호소|촉구|약속|경고|전망|답|언급|토로|발표|반문|해명|당부|전)"
    r"(?:했|한다|하)|밝혔|밝힌|덧붙였|털어놨|되물었"
)
TOLD = re.compile(r"(?:설명|말|주장|지적|전언|평가|입장|분석|이야기|얘기|전망)(?:이다|이었다|이며|이고)?$")
"""Nouns of what somebody says: …라는 게 그의 설명이다."""
EMPTY = frozenset(
    f"{noun}{particle}"
    for noun in (
        "것 수 중 뒤 후 전 때 바 데 줄 등 이후 이전 이상 이하 가운데 다만 한편 또 또한 그리고 그러나 하지만 "
        "이어 이날 각각 모두 가장 통해 대해 위해 따르면 때문 동안 사이 당시 현재 이번 지난 오는 다음 경우 정도 "
        "여기 거기 이것 그것 그 이 저 우리 자신 그녀 그들 누구 무엇 대한 대하 관한 관해 의한 통한 위한 따른 비해 "
        "대비 따라 의해"
    ).split()
    for particle in " 은 는 이 가 을 를 에 에는 에서 의 으로 로 도".split(" ")
)
"""Words that name nothing, and those that stand for somebody named elsewhere."""
GREATER = tuple("높 많 큰 컸 크게 크다 빠르 빨 비싸 비쌌 길었 길다 앞 오래 잘 강".split())
SMALLER = tuple("낮 적은 적었 적게 적다 작 느리 느렸 싸 쌌 짧 뒤 덜 약하 약했".split())
"""What something is, more or less than another: 남성보다 높았다."""
DOUBLE_S, N, L = 20, 4, 8
"""Codas ㅆ, ㄴ and ㄹ."""
EACH = "각각"
"""What gives each of some the figure in the order in which they are named."""
WORD = re.compile(r"[\w%]+(?:[.,·~-][\w%]+)*|\S")
OPENING, CLOSING = "\"“‘「『<《'", "\"”’」』>》'"


def coda(syllable: str) -> int:
    """The number of a syllable's coda; 0 where it has none or is no Hangul."""
    return (ord(syllable) - ord("가")) % 28 if "가" <= syllable <= "힣" else 0


def past(word: str) -> str | None:
    """What stands behind the past tense's syllable: 다 in 막았다; None where the word has none."""
    for k in range(len(word) - 1, 0 if word[:1] not in "갔왔했샀탔섰썼났됐졌쳤줬봤" else -1, -1):
        if coda(word[k]) == DOUBLE_S and word[k] not in "있겠":
            return word[k + 1 :]
    return None


def ending(word: str) -> str:
    """How the clause of a predicate goes on: final, joining, quoting or modifying; "" for what is no predicate."""
    if QUOTING.search(word):
        return "quoting"
    if word in EMPTY:
        return ""
    rest = past(word)
    if rest is not None:
        return (
            "modifying"
            if rest in ("던", "을")
            else "final"
            if rest in ("다", "", "습니다", "어요", "죠")
            else "joining"
        )
    if JOINING.search(word) or re.search(r"(?:하|되|시키|당하)(?:고|며|기|지|거나|니)", word):
        return "joining"
    if MODIFYING.search(word):
        return "modifying"
    return "final" if len(word) > 1 and word.endswith("다") else ""


def slot(word: str) -> str:
    """The part that a noun's last word says by its particle; "" where that is open."""
    if word in NOUNS or MODIFYING.search(word):
        return ""
    for size in (4, 3, 2, 1):
        particle = word[-size:]
        if len(word) > size and particle in SLOTS and _fits(word[-size - 1], particle):
            return SLOTS[particle]
    return ""


def _fits(before: str, particle: str) -> bool:
    """Whether a particle has the form that it has behind that syllable."""
    if not "가" <= before <= "힣":
        return True
    if particle in ("이", "은", "을", "과"):
        return coda(before) > 0
    if particle == "로":
        return coda(before) in (0, L)
    return coda(before) == 0 if particle in ("가", "는", "를", "와") else True


def kind(text: str, span: Span) -> str:
    """Whether the word at `span` is a noun or a verb, as its particle or ending says."""
    word = text[slice(*span)]
    if word in EMPTY or len(word) == 1 or word[0].isdigit():
        return CLOSED
    if slot(word):
        return NOUN
    return VERB if ending(word) else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A noun and its part in the clause."""

    slot: str
    holder: Span


@dataclass(slots=True)
class Clauses:
    """What waits for its predicate, and who did what came before."""

    waiting: list[Part] = field(default_factory=list)
    agent: Span | None = None
    told: bool = False
    """Whether something quoted waits for who says it."""
    outer: Clauses | None = None
    joined: bool = False
    """Whether another predicate stands before in it."""
    compared: bool = False
    """Whether it tells of two: that one is more than the other, which can be said of either, or what each does."""

    def subject(self) -> bool:
        """Whether one waits who may be the subject."""
        return any(p.slot in ("topic", "subject") for p in self.waiting)

    def closed(self, how: str) -> tuple[Span | None, list[Part]]:
        """Who does the predicate that comes now, and the other parts of its clause, which are taken out."""
        subjects = [k for k, part in enumerate(self.waiting) if part.slot == "subject"]
        topics = [k for k, part in enumerate(self.waiting) if part.slot == "topic"]
        if how in ("modifying", "quoting"):
            if not subjects or (how == "quoting" and not topics and len(subjects) == 1):
                taken = [p for p in self.waiting[-1:] if p.slot not in ("topic", "subject")]
                del self.waiting[len(self.waiting) - len(taken) :]
                return None, taken
            at = subjects[-1]
            agent, taken = self.waiting[at].holder, self.waiting[at + 1 :]
            del self.waiting[at:]
            return agent, [p for p in taken if p.slot != "topic"]
        chosen = subjects or topics
        plain = len(subjects) <= 1 and len(topics) <= 1
        known = self.waiting[chosen[-1]].holder if chosen and plain else None
        doer = known if chosen else self.agent
        taken = [p for p in self.waiting if p.slot not in ("topic", "subject")]
        self.waiting[:] = [] if how == "final" else [p for p in self.waiting if p.slot == "topic"]
        self.agent = doer if how == "joining" else None
        return doer, taken


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence in its words, with those that the other side has."""

    text: str
    tokens: tuple[Span, ...]
    words: Sequence[Known]
    ends: dict[int, Known]
    """Which word of both sides ends in a token, the last of two."""

    def at(self, k: int) -> str:
        """Token number k; "" outside."""
        return self.text[slice(*self.tokens[k])] if 0 <= k < len(self.tokens) else ""

    def known(self, k: int) -> Known | None:
        """The word of both sides that ends in token k."""
        return self.ends.get(k)


def facts(text: str, sentence: Span, words: Sequence[Known], figures: Sequence[Span]) -> Iterator[Fact]:
    """What particles and endings say of `words`, and which of them has which of `figures`."""
    if sentence[1] - sentence[0] > LONGEST:
        return
    tokens = tuple(m.span() for m in WORD.finditer(text, *sentence))
    read = Read(text, tokens, words, ends(tokens, words[::-1]))
    yield from _clauses(read)
    yield from _sides(read)
    if EACH not in text[slice(*sentence)]:
        yield from _figures(read, figures)
    yield from _paths(read, figures)


def _clauses(read: Read) -> Iterator[Fact]:
    clauses = Clauses()
    parts = _parts(read)
    clauses.compared = any(part.slot == "than" for part in parts.values())
    quote = ""
    for k in range(len(read.tokens)):
        word = read.at(k)
        if len(word) == 1 and word in OPENING + CLOSING:
            if quote and word in CLOSING:
                quote, clauses = "", clauses.outer or clauses
                clauses.told = True
            elif not quote and word in OPENING:
                quote, clauses = word, Clauses(outer=clauses)
            continue
        if k in parts:
            part = parts[k]
            begins = part.slot == "topic" if clauses.joined else part.slot in ("topic", "subject")
            if begins and not quote and (clauses.joined or not clauses.subject()):
                yield Fact(ACTOR, ANY, part.holder)
            if part.slot == "than" and not any(p.slot == "with" for p in clauses.waiting[-1:]):
                after = (read.at(j) for j in range(k + 1, k + 8))
                way = next(
                    (
                        MORE if word.startswith(GREATER) else LESS
                        for word in after
                        if word.startswith((*GREATER, *SMALLER))
                    ),
                    "",
                )
                if way:
                    yield Fact(way, ANY, part.holder)
            if read.at(k + 1) in TOWARDS:
                part = Part("other", part.holder)
            if part.slot == "told":
                yield Fact(AGENT, SAID, part.holder)
            elif part.slot == "possessor":
                yield Fact(AGENT, ANY, part.holder)
                yield from _possessed(read, k, part.holder)
                if TOLD.search(read.at(k + 1)):
                    yield Fact(AGENT, SAID, part.holder)
            elif clauses.waiting and clauses.waiting[-1].slot == "with":
                clauses.waiting.pop()  # A와 B는: two of one part, or A goes with the verb; nobody can say
            else:
                if part.slot == "topic" and clauses.joined:
                    clauses.compared |= any(p.slot == "topic" for p in clauses.waiting)
                    clauses.waiting[:] = [p for p in clauses.waiting if p.slot != "topic"]
                clauses.waiting.append(part)
        elif how := ending(word) or ("modifying" if read.at(k + 1).startswith("것") else ""):
            yield from _predicate(read, k, how, clauses)


def _predicate(read: Read, k: int, how: str, clauses: Clauses) -> Iterator[Fact]:
    word, head = read.at(k), read.known(k)
    if how == "modifying" and (meant := MEANT.match(read.at(k + 1))):
        how = (
            "quoting"
            if meant[0] == "것" and not re.match(r"것(?:이다|이라|이었|임)", read.at(k + 1))
            else ending(read.at(k + 1)) or "joining"
        )
    if how == "quoting" and len(word) <= 3 and not word.endswith("도록") and clauses.told:
        return  # the particle behind a quotation
    agent, taken = clauses.closed(how)
    told, clauses.told = clauses.told, how == "quoting"
    if agent and ((told and how in ("final", "joining")) or SPEECH.search(word)):
        yield Fact(AGENT, SAID, agent)
    passive = PASSIVE.search(word) is not None
    if agent:
        yield Fact(AGENT, ANY, agent)
    if not OPEN.search(word):
        if not passive:
            yield from _with(agent, taken)
        lost = LOST.search(word) is not None
        if how == "final" and not clauses.outer and not clauses.compared:
            facts = _done(MAIN, agent, taken, passive, lost)
            yield from (fact for fact in facts if not clauses.joined or (fact.role, fact.holder) == (AGENT, agent))
        if head:
            yield from _done(head.span, agent, taken, passive, lost)
    clauses.joined |= how == "joining"
    if how == "modifying" and agent:
        yield from _possessed(read, k, agent)


def _with(agent: Span | None, taken: Sequence[Part]) -> Iterator[Fact]:
    """Who does something with a thing, and to whom: 노조가 회사에 협상을 제안했다."""
    for thing in (p.holder for p in taken if p.slot == "object"):
        if agent:
            yield Fact(DOER, thing, agent)
        yield from (Fact(OTHER, thing, p.holder) for p in taken if p.slot == "other")
    if agent:
        yield from (Fact(AGENT, p.holder, agent) for p in taken if p.slot == "means")


def _done(head: Span, agent: Span | None, taken: Sequence[Part], passive: bool, lost: bool) -> Iterator[Fact]:
    """What the parts of a clause are to its verb. Who loses to another is beaten by him."""
    if not passive and any(p.slot == "by" for p in taken):
        return  # 퓨릭에 의해 신세를 졌다: a passive in other words
    if passive:
        if agent:
            yield Fact(OBJECT, head, agent)
        yield from (Fact(AGENT, head, p.holder) for p in taken if p.slot == "by")
        return
    if agent:
        yield Fact(OBJECT if lost else AGENT, head, agent)
    for part in taken:
        if part.slot == "object":
            yield Fact(OBJECT, head, part.holder)
        elif part.slot in ("other", "toward"):
            yield Fact(AGENT if lost else OTHER, head, part.holder)


def _possessed(read: Read, k: int, holder: Span) -> Iterator[Fact]:
    """The noun behind a possessor or a clause is his."""
    for j in range(k + 1, min(k + 6, len(read.tokens))):
        word = read.at(j)
        known = read.known(j)
        if not word[0].isalnum() or word in EMPTY or (ending(word) and not slot(word)):
            return
        if slot(word) or not read.at(j + 1)[:1].isalnum() or re.search(r"(?:에서|에)$", word):
            if known and known.span != holder:
                yield Fact(AGENT, known.span, holder)
            return


def _parts(read: Read) -> dict[int, Part]:
    """The parts of the known words, by the token of their particle; of two in one phrase the surer name, else the last."""
    found: dict[int, tuple[Part, int]] = {}
    for k in range(len(read.tokens)):
        known = read.known(k)
        if known is None or not known.holds:
            continue
        at, part = _part(read, k, known)
        if part in ("from", "means") and known.rank < 2:
            part = "other" if part == "from" else "toward"
        if part and (at not in found or known.rank <= found[at][1]):
            found[at] = Part(part, known.span), known.rank
    return {at: part for at, (part, _) in found.items()}


def _part(read: Read, k: int, word: Known) -> tuple[int, str]:
    """The token of a word's particle, and what that says."""
    end = read.tokens[k][1]
    rest = read.text[word.end : end]
    if rest or word.kind == PERSON:
        rest = rest[1:] if rest[:1] in HONORIFICS else rest
        if rest:
            return k, _said(read, k, rest, len(rest) < 4)
        if read.text[word.end : end]:
            return k, ""
    elif part := _said(read, k, read.at(k), False):
        return k, part
    for j in range(k + 1, k + 5):
        own = read.at(j)
        if own in ("(", "["):
            close = next((n for n in range(j, min(j + 8, len(read.tokens))) if read.at(n) in (")", "]")), None)
            return (k, "") if close is None else (close + 1, _said(read, close + 1, read.at(close + 1), True))
        if own == "," and j == k + 1 and _first(read, k):
            return k, "topic"
        if not own[:1].isalnum():
            return k, ""
        if part := _said(read, j, own, False):
            return j, part
        if ending(own) or not own[-1].isalpha() or re.search(r"(?:으로|에서|도|만|까지|부터)$", own):
            return k, ""
    return k, ""


def _first(read: Read, k: int) -> bool:
    """Whether token k begins the sentence, but for a bullet or a date: 공수처, 영장 집행 중지."""
    return all(re.fullmatch(r"\W|\d+(?:월|일|년)?", read.at(j)) for j in range(k))


def _said(read: Read, j: int, rest: str, alone: bool) -> str:
    """What the particle says that is `rest` (`alone`), or ends it, in token j."""
    part = SLOTS.get(rest, "") if alone else ""
    part = part or ("" if alone and len(rest) == 1 else slot(rest))
    if rest == "에":
        part = SLOTS[rest]
    after = read.at(j + 1)
    if rest.endswith(("에", "에게")):
        if after.startswith(("따르면", "의하면")):
            return "told"
        if after.startswith("의해"):
            return "by"
        if re.match(
            r"대한|대해|대하|관한|관해|관하|이어|앞서|비해|따라|따른|반해|맞서|맞선|위치|있는|사는|걸쳐", after
        ):
            return ""
    return part


def _sides(read: Read) -> Iterator[Fact]:
    """Where a person belongs: the noun right before him, with 의 or bare."""
    for person in read.words:
        k = next(k for k, (_, end) in enumerate(read.tokens) if person.start < end)
        before = read.known(k - 1)
        if person.kind != PERSON or before is None or not before.holds or before.end > person.start:
            continue
        bare = read.text[before.end : person.start].strip() == "" and slot(read.at(k - 1)) == ""
        if bare or read.at(k - 1).endswith("의"):
            yield Fact(SIDE, person.span, before.span)


def _figures(read: Read, figures: Sequence[Span]) -> Iterator[Fact]:
    """Who may have which figure: in a list of two and more those that stand before it, back to the figure before."""
    before = [(w.start, w.end) for w in read.words if w.holds]
    for n, (start, end) in enumerate(figures):
        low = figures[n - 1][1] if n else 0
        if re.match(r"[가-힣]{0,2}(?:인|의|짜리|한|된)\s", read.text[end : end + 4]):
            continue
        for word in before:
            between = read.text[word[1] : start]
            if low <= word[0] < start and len(between) < FAR and not re.search(r"[.;!?\"”]", between):
                yield Fact(HOLDER, (start, end), word)


def _paths(read: Read, figures: Sequence[Span]) -> Iterator[Fact]:
    """From where to where, or from how much to how much: 3.5%에서 3.25%로, 서울에서 부산까지."""
    items = sorted([*((w.start, w.end) for w in read.words if w.holds), *figures])
    for a, b in pairwise(items):
        if re.fullmatch(PATH_BETWEEN, read.text[a[1] : b[0]]) and re.match(PATH_END, read.text[b[1] : b[1] + 6]):
            yield Fact(START, PATH, a)
            yield Fact(GOAL, PATH, b)


PATH_BETWEEN = r"[가-힣]{0,3}(?:에서|부터)\s(?:[가-힣]+\s)?(?:약\s)?"
PATH_END = r"[가-힣]{0,3}?(?:로|까지)(?![가-힣])"
FAR = 20
"""Characters between who has a figure and the figure."""


OFFICES = "|".join([*sorted((title for title in TITLES if len(title) > 1), key=len, reverse=True), "[가-힣]장"])
"""What somebody may be; whatever ends in 장 heads something."""
NO_FAMILY = "이전현본양각주부성원고구신당여공국경"
"""Family names that alone before an office are another word: this, the former one, the one of the place."""
SPEAKER = (
    rf"(?P<name>[{''.join(FAMILIES)}][가-힣]{{1,3}})\s(?:[가-힣A-Za-z0-9·]+\s){{0,3}}?[가-힣A-Za-z·]*?(?P<office>{OFFICES})(?:\([^)]*\))?"
    rf"|(?<![가-힣] )(?<![가-힣])(?P<family>[{''.join(FAMILIES - set(NO_FAMILY))}])\s(?P<post>{OFFICES})"
)


def titled(text: str, sentence: Span) -> tuple[Span, str] | None:
    """Who says what is quoted right behind: 이은 우주항공청장은 "…"."""
    match = _compiled(rf"(?:{SPEAKER})" + r"(?:은|는|이|가)\s[^\"“”]{0,25}[\"“]").search(text, *sentence)
    if not match:
        return None
    return (match.span("name"), match["office"]) if match["name"] else (match.span("family"), match["post"])


def offices(text: str, name: str) -> Iterator[str]:
    """The offices that stand behind a name."""
    pattern = (
        rf"{re.escape(name)}\s(?:[가-힣A-Za-z0-9·]+\s){{0,3}}?[가-힣A-Za-z·]*?(?P<office>{OFFICES})(?![가-힣]{{3}})"
    )
    yield from (match["office"] for match in re.finditer(pattern, text))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
