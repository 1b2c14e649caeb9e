"""Slips in what Korean says of a thing: the negation dropped or put in, a rise for a fall; and the same in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from align.lang.base.slips import Slip

OPPOSITES = """
늘었/줄었 늘어났/줄어들었 늘어난/줄어든 늘린/줄인 늘리/줄이 늘렸/줄였 증가/감소 올랐/내렸 상승/하락 급등/급락 인상/인하 확대/축소
강화/완화 이상/이하 초과/미만 흑자/적자 찬성/반대 가결/부결 승인/거부 허용/금지 유죄/무죄 성공/실패 합법/불법 호황/불황
개선/악화 높아졌/낮아졌 높아진/낮아진 높은/낮은 앞당기/늦추 앞당겨/늦춰
"""
"""Stems and nouns that change places."""
DONE = (
    "합의|승인|수용|결정|참석|동의|허용|인정|포함|반영|통과|체결|성공|도착|완료|공급|지급|개최|참여|지원|적용|유지|회복|확보|해결|시행|도입|이행|"
    "협력|공감|준수|신고|동결|연기|중단|취소|철회|포기|요구|제출|제공|판매|수출|수입|개선|검토|투자|달성|충족|초과|부과|면제|폐지"
)
"""What may as well not be done; nobody denies by mistake that something was announced or that a market closed."""
NOT = (
    (r"(?<=[가-힣])하지(?:는|도)? (?:않았|못했)(?=[다고으던])", "했"),
    (r"(?<=[가-힣])되지(?:는|도)? (?:않았|못했)(?=[다고으던])", "됐"),
    (r"(?<=[가-힣])(?P<stem>[하되])지 않(?=[는기])", r"\g<stem>"),
    (r"(?<= )없(?=[다는었으]|고 )", "있"),
    (r"(?<=[가-힣] )(?<![고어혀여아져해려워] )있(?=다고|다는|었다|다\.)", "없"),
    (r"(?<= )(?:안|못) (?=[가-힣]{2,})", ""),
    (rf"(?<![가-힣])(?P<verb>{DONE})했(?=다[.고는])", r"\g<verb>하지 않았"),
    (r"(?<=[가-힣])하기로 했(?=다[.고는])", "하지 않기로 했"),
    (rf"(?<![가-힣])(?P<verb>{DONE})됐(?=다[.고는])", r"\g<verb>되지 않았"),
    (r"(?<=[가-힣])할 (?=계획|방침|예정|것)", "하지 않을 "),
)
"""Negations dropped and put in: pattern and what is there then."""
BOUNDS = ("이상", "이하", "초과", "미만")
"""What bounds a figure before it, and says other things elsewhere."""
SAID = re.compile(r"(?:말|설명|강조|주장|밝|전|덧붙|발표|지적|당부|촉구|보도|답|언급|평가|라고|고)$")
"""Stems of saying, which nobody denies by mistake."""
SAME = (
    (r"(?<=[가-힣])하지 않았(?=다)", "하진 않았"),
    (r"(?<=[가-힣])하지 못했(?=다)", "하지는 못했"),
    (r"(?<=[가-힣] )안 했(?=다)", "하지 않았"),
    (r"늘었(?=다)", "증가했"), (r"줄었(?=다)", "감소했"), (r"(?<=[%원달러] )올랐(?=다)", "상승했"),
    (r"(?<=[%원달러] )내렸(?=다)", "하락했"),
    (r"증가했(?=다)", "늘었"), (r"감소했(?=다)", "줄었"),
)  # fmt: skip


@cache
def _opposite() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = [pair.split("/") for pair in OPPOSITES.split()]
    table = {a: b for pair in pairs for a, b in (pair, pair[::-1])}
    words = "|".join(sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<![가-힣])(?:{words})(?!률|율|재무|경영)"), table


def turned(text: str) -> Iterator[Slip]:
    """The opposite said.

    >>> text = "수출은 12% 늘었고 회담은 열리지 않았다. 논의했다."
    >>> [text[:a] + new + text[b:] for (a, b), new, _ in turned(text)][0]
    '수출은 12% 줄었고 회담은 열리지 않았다. 논의했다.'
    """
    pattern, table = _opposite()
    for match in pattern.finditer(text):
        if table[match[0]] in text:
            continue  # 찬성 47%, 반대 44%
        if match[0] not in BOUNDS or re.search(r"\d", text[max(0, match.start() - 8) : match.start()]):
            yield Slip(match.span(), table[match[0]])
    for old, new in NOT:
        for match in re.finditer(old, text):
            if not SAID.search(text[: match.start()]):
                yield Slip(match.span(), match.expand(new))


def reworded(text: str) -> Iterator[Slip]:
    """Quiet: the same said in other words.

    >>> [slip.new for slip in reworded("수출이 줄었다")]
    ['감소했']
    """
    for old, new in SAME:
        for match in re.finditer(old, text):
            yield Slip(match.span(), new)
