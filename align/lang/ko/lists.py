"""Lists in Korean: 사과, 배와 포도; 사과·배·포도; 한미일; 사과와 배 및 포도 등."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from align.lang.base.lists import Listing, Span, unbracketed
from align.lang.ko.names.following import follows
from align.lang.ko.names.places import COMPOUNDS

WORD = re.compile(r"[^\s\"“”:;!?…]+|[\"“”:;!?…]")
DOTS = re.compile(r"(?<=[^\W\d_])[·ㆍ・‧∙･•](?=[^\W_])|(?<=\d)[·ㆍ・‧∙･•](?=[^\W\d_])")
BEFORE_NOUNS = frozenset("이번 지난 다른 모든 어떤 그런 이런 저런 오는 여러 많은 새로운 각 전 첫 한 관련 일본 주말 연말 서울 오늘 시민 국민 자신".split())
"""What looks like a verb before its noun."""
N, L, SS = 4, 8, 20
"""Final consonants as Unicode counts them: of verbs before a noun (인한, 할), and of their past (했고)."""
EDGE = 4
"""Words that are looked at of the first and of the last item, whose other end is not known."""
LONGEST = 7
"""Words of an item that stands between two others."""
SMALL = frozenset(
    "것 것은 것이 것을 수 등 등을 등이 등의 및 또 더 그 이 저 각 전 중 후 뒤 때 간 내 외 약 만 억 조 원 명 개 건 곳 대 년 월 일 시 분 초 차 회 번 호 인 측 쪽 데 바 점 "
    "있다 있는 있었 있고 있어 없다 없는 없이 하는 하고 하며 한다 했다 하기 되는 된다 됐다 되고 같은 같이 대한 대해 위한 위해 통해 따른 따라 관한 관련 의한 의해 인한 "
    "이번 지난 이날 오는 모두 모든 각각 각종 다른 다양 여러 많은 가장 매우 주요 또는 그리 그리고 그러 하지 하지만 이를 이에 이와 그는 이는 우리 자신 경우 이후 이상 이하 "
    "가운데 가운 운데 현재 당시 최근 올해 작년 지난해 난해 밝혔 말했 전했 한편 특히 포함 이라 라고 이라고 까지 부터 에서 에게 으로".split()
)
"""Words, and pairs of their syllables, by which no item is known."""
JOINTS = frozenset("및 그리고 또는 혹은 내지 또 겸".split())
OPEN = re.compile(r"등(?:이|은|을|의|에|에서|에게|과|도|으로|에는|에도|지|이다|이며)?")
WITH = re.compile("(?:함께|더불어|같은|같이|달리|다른|비교|비슷|관련|마찬가지|반대|별개|무관|동시|가까|맞|비해|대조|연계|유사|동일|대비|만나|만난|연루|결합|연결|충돌|싸우|싸움|협의|협상|논의|맞서|대결|맞붙|계약|체결|합의|통화|회담|결혼|이혼|교류|접촉|일치|겨루|겨뤄|경쟁|손잡|손을|연관|상관|별도|나란|대등|어울|친한|이어|잇|합쳐|합병|통합|교환|거래|전쟁|공모|짜고|협업|협약|제휴|연대)")
"""Behind 와 and 과 where they say "with", "like" or "as"."""
NOUNS = re.compile(
    "(?:결과|효과|성과|사과|학과|교과|통과|경과|초과|부과|여과|투과|과과|내과|외과|치과|안과|이비인후과|소아과|산부인과|정형외과|피부과|전과|수사과|총무과|"
    "제과|다과|유과|약과|한과|모과|석과|문과|이과|기와|고와)"
)
"""Nouns that end like a word with 와 or 과."""
CLAUSE = re.compile(
    r".*(?:[은는를에께며다데듯고면]|을|에서|에게|에게서|에선|에는|에도|으로|으로는|으로도|까지|부터|께서|보다|처럼|라고|라며|면서|아서|어서|해서|와서|라서|"
    r"여서|고서|로서|워서|혀서|려서|져서|어져|하니|으니|니까|지만|하자|되자|지자|하게|되게|하여|되어|있어|없어|이어|아니라|않아|달리|대해|위해|통해|향해|대한|위한|관한|따라|"
    r"도록|려고|다가|거나|한테)"
)
"""Ends that no item of a list has but the last one."""
BARE = re.compile(
    ".*(?:가을|마을|노을|백두|바다|판다|캐나다|우간다|르완다|소다|어젠다|그라나다|플로리다|버뮤다|혼다|마쓰다|데이터베이스|카페|"
    "사고|보고|광고|재고|창고|경고|최고|신고|권고|금고|원고|피고|충고|선고|해고|여고|상고|공고|농고|항고|국고|잔고|출고|입고|몽고|망고|로고|카고|산티아고|콩고|토고|레고|탱고|"
    "측면|국면|장면|표면|화면|라면|냉면|쫄면|정면|지면|수면|전면|이면|양면|단면|평면|겉면|노면|벽면|방면|안면|가면|당면|사면|읍면)"
)
"""Nouns that look like one of these."""
ADVERBS = frozenset(
    "그러나 하지만 특히 이어 한편 다만 즉 또한 반면 따라서 그런데 결국 실제로 물론 만약 당시 이후 이날 앞서 올해 지난해 최근 현재 오늘 어제 내일 "
    "뒤 후 때 전 채 중 동안 경우 가운데 만큼 직후 직전 뿐 것 결과 반면에 아울러 나아가 다시".split()
)
"""Words with a comma behind them that are no items."""
PARTICLES = ("은", "는", "을", "를", "에", "에서", "에게", "로", "부터", "까지", "없이")
"""What no item has within it, where others follow."""
VERBS = ("고", "며", "다", "해", "면", "지만", "는데", "면서", "해서", "하는", "하여", "했던", "려고", "도록")
"""What a word has that says what is done with what stands before it."""
COPULAS = ("이다", "였다", "이었다", "입니다", "이며", "이고", "이라고")
"""What it has that says what something is: 두통이다."""
ENDS = re.compile(
    r".+(?:[은는을를이가에의로도만와과께며고다면서해한할된될던여니지]|에서|에게|까지|부터|보다|처럼|라고|로서|했다|하는)"
)
"""Words that end an item whose end is not known."""


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    """Without what joins it to the next."""
    joint: str
    """"," or "and" where the next item begins behind it, "." where the sentence has a break there, else ""."""


def lists(text: str) -> Iterator[Listing]:
    """The lists of a sentence.

    >>> text = "서울과 부산, 대구가 만났다."
    >>> [[text[a:b] for a, b in found.items] for found in lists(text)]
    [['서울', '부산', '대구가']]
    """
    words = list(_words(unbracketed(text)))
    at = 0
    while at < len(words):
        if words[at].joint not in (",", "and"):
            at += 1
            continue
        pieces, end = _pieces(words, at)
        if pieces:
            yield Listing(tuple(pieces), _open(words, end))
        at = max(end, at + 1)
    yield from _blocs(text)


def _words(text: str) -> Iterator[_Word]:
    """The words with what follows each; those joined by dots one by one."""
    every = [(m.start(), m[0]) for m in WORD.finditer(text)]
    for k, (start, word) in enumerate(every):
        after = every[k + 1][1] if k + 1 < len(every) else ""
        if word in JOINTS:
            yield _Word(start, start + len(word), "", "and")
            continue
        at = 0
        for dot in DOTS.finditer(word):
            yield _Word(start + at, start + dot.start(), word[at : dot.start()], "and")
            at = dot.end()
        yield _last(start + at, word[at:], after)


def _last(start: int, word: str, after: str) -> _Word:
    core = word.strip("'‘’「」『』《》〈〉,、.")
    begin = start + max(0, word.find(core))
    comma = word.rstrip("'’」』》〉").endswith((",", "、"))
    if not core or word.endswith("."):
        return _Word(begin, begin + len(core), core, ".")
    if comma:
        clause = core in ADVERBS or _clause(core)
        size = _joined(core)
        return _Word(begin, begin + (size or len(core)), core, "." if clause and not size else ",")
    size = _joined(core)
    if size and not WITH.match(after) and after not in JOINTS:
        return _Word(begin, begin + size, core[:size], "and")
    return _Word(begin, begin + len(core), core, "")


def _joined(word: str) -> int:
    """How long a word is before the particle that says "and" or "or"; 0 where it has none."""
    for particle, closed in (("이나", True), ("이랑", True), ("과", True), ("와", False)):
        stem = word[: -len(particle)]
        if word.endswith(particle) and stem and not NOUNS.fullmatch(word) and not _noun(word):
            final = _closed(stem[-1])
            if final is None or final == closed:
                return len(stem)
    return 0


def _noun(word: str) -> bool:
    return word.endswith(("결과", "효과", "성과", "학과")) and len(word) > 2


def _closed(letter: str) -> bool | None:
    """Whether a syllable ends in a consonant; None where it is none."""
    return (ord(letter) - 0xAC00) % 28 > 0 if "가" <= letter <= "힣" else None


def _pieces(words: Sequence[_Word], first: int) -> tuple[list[Span], int]:
    """The items of the list whose first item ends with word `first`, and the word behind it."""
    begin = first
    while begin > 0 and first - begin < EDGE - 1 and not words[begin - 1].joint and not _ends(words[begin - 1].text):
        begin -= 1
    items = [(words[begin].start, words[first].end)] if words[first].text else []
    at = start = first + 1
    while at < len(words):
        word = words[at]
        if not word.text and word.joint == "and":  # 및
            if at > start:
                items.append((words[start].start, words[at - 1].end))
            at = start = at + 1
        elif word.joint in (",", "and") and at - start < LONGEST:
            items.append((words[start].start, word.end))
            at = start = at + 1
        elif word.joint == ".":
            at += 1
            break
        else:
            if OPEN.fullmatch(word.text):
                break
            at += 1
            if at - start >= LONGEST or (_ends(word.text) and not _goes_on(words, at) and not _later(words, at, start)):
                break
    if at > start:
        stop = start
        while (
            stop < at - 1
            and stop - start < EDGE
            and (not _ends(words[stop].text) or _goes_on(words, stop + 1))
            and not OPEN.fullmatch(words[stop].text)
        ):
            stop += 1
        verb = words[start].text.endswith(VERBS) and not words[start].text.endswith(COPULAS)
        if not verb or BARE.fullmatch(words[start].text):  # 노조와 협력하고 is no list
            items.append((words[start].start, words[stop].end))
    return (items, at) if len(items) > 1 else ([], at)


def _clause(word: str) -> bool:
    """Whether a word ends a clause: 했고, 위해, 따르면."""
    past = len(word) > 1 and word[-1] in "고지으" and _final(word[-2]) == SS
    return past or (CLAUSE.fullmatch(word) is not None and not BARE.fullmatch(word))


def _later(words: Sequence[_Word], at: int, start: int) -> bool:
    """Whether the item goes on behind a word that may end it: another joint comes before anything ends the sentence."""
    for k in range(at, min(len(words), start + LONGEST)):
        if words[k].joint in (",", "and"):
            return not any(
                _clause(words[j].text) or (words[j].text.endswith(PARTICLES) and not _goes_on(words, j + 1))
                for j in range(at - 1, k)
            )
        if words[k].joint == ".":
            return False
    return False


def _goes_on(words: Sequence[_Word], at: int) -> bool:
    """Whether what stands before word `at` is of the noun behind it: 음주로 인한 사고, 악의가 있는 나라."""
    if at >= len(words) or words[at].joint or not words[at - 1].text.endswith(("이", "가", "에", "로")):
        return False
    word = words[at].text
    return len(word) > 1 and word not in BEFORE_NOUNS and (word.endswith(("는", "던")) or _final(word[-1]) in (N, L))


def _final(letter: str) -> int:
    """The final consonant of a syllable, as Unicode counts them; 0 where it has none, or is no syllable."""
    return (ord(letter) - 0xAC00) % 28 if "가" <= letter <= "힣" else 0


def _ends(word: str) -> bool:
    return len(word) > 1 and ENDS.fullmatch(word) is not None and not word.endswith("의")


def _open(words: Sequence[_Word], at: int) -> bool:
    return at < len(words) and OPEN.fullmatch(words[at].text) is not None


@cache
def _compounds() -> re.Pattern[str]:
    return re.compile(rf"(?<![가-힣])({'|'.join(sorted(COMPOUNDS, key=len, reverse=True))})([가-힣]*)")


def _blocs(text: str) -> Iterator[Listing]:
    """Countries of a syllable each: 한미일."""
    for match in _compounds().finditer(text):
        if follows(match[2]):
            yield Listing(tuple((k, k + 1) for k in range(*match.span(1))))
