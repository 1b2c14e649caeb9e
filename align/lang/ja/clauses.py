"""Japanese clauses: a piece ends behind a comma, behind a verb that goes on, and where what is quoted is told to be said."""

from __future__ import annotations

import re

from align.lang.base.clauses import marks, pieces

CONNECTIVE = re.compile(
    r"(?:(?<=[いきしちにりっえけせてねべめれげぜでべみびぎ])(?:ながら|つつ)"
    r"|(?<=[たるいうくすつぬむぶぐんだ])(?:ものの|ため(?:に)?(?![でだにの])|ので|のに|けれども?|一方(?:で)?|うえで"
    r"|上で|ところ)"
    r"|(?<=[りきしちびみぎいえけせてねべめれげ])(?:ば|たり)|(?<=[っいし])て(?=[\u3400-\u9fffァ-ヺ「])"
    r"|(?<=ん)で(?=[\u3400-\u9fffァ-ヺ「])"
    r"|(?<=[\u3400-\u9fff])(?:により|によって|に対し(?:て)?|について|に関し(?:て)?|を受け(?:て)?|を通じ(?:て)?"
    r"|をめぐり|を巡り|に続き|に伴い|に先立ち|に向け(?:て)?|に合わせ(?:て)?))"
    r"(?!、)"
)
QUOTED = re.compile(
    r"」(?:と(?:し(?:て|た(?:上|うえ)で)|述べ|話し|語り|主張し|強調し|説明し|指摘し|批判し)(?=、)|と(?=[\u3400-\u9fffぁ-ん]))|(?=「)"
)
"""A quotation ends with the word that hangs on it."""


def clauses(text: str) -> list[tuple[int, int]]:
    """The spans of the pieces of a sentence, in order.

    >>> text = "浦項2高炉の改修を前倒しし、輸出分を欧州に振り向けることにした。"
    >>> [text[a:b] for a, b in clauses(text)]
    ['浦項2高炉の改修を前倒しし、', '輸出分を欧州に振り向けることにした。']
    """
    ends = {match.end() for pattern in (CONNECTIVE, QUOTED) for match in pattern.finditer(text)}
    return pieces(text, ends.union(marks(text)))
