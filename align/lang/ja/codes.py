"""Codes as Japanese words make them: 第9条第2項, 憲法九条, 110番通報, バージョン3.10, 火星17型."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from align.lang.base.codes import Reader, found, phone, version
from align.lang.han.articles import CITED, N, below, cited
from align.model import Mention
from align.values import Code

LAWS = r"法|法律|憲法|条約|協定|議定書|規則|規程|条例|章程|規約|法案|宣言|令"
"""What has articles: its name ends so."""
SOFTWARE = r"バージョン|アンドロイド|ウィンドウズ|ファームウエア|iOS|Python|Android|Windows|Java|Linux|macOS|Node\.js|Chrome|Firefox"


def codes(text: str, beside: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """The codes of `text` (folded), left to right.

    >>> [(m.text, m.value.text) for m in codes("憲法第九条2項、労組法45条の2、110番通報、バージョン3.10")]
    [('第九条2項', '9.2'), ('45条の2', '45-2'), ('110番', '110'), ('バージョン3.10', '3.10')]
    """
    return found(text, _own(), beside, worth=CITED)


@cache
def _own() -> tuple[Reader, ...]:
    return (
        *cited(rf"(?:{LAWS})[』」]?", "[約件例線]", below("の", "項", "号"), rf"項(?!目)(?:第?(?P<item>{N})号)?"),
        (
            re.compile(r"(?<!\d)(?P<code>(?P<number>1\d{2})番)(?=通報|に(?:通報|電話|かけ|連絡)|へ|への|や1\d\d番)"),
            lambda match: phone(match["number"]),
        ),
        (re.compile(rf"(?P<code>(?:{SOFTWARE})\s?(?P<number>\d+(?:\.\d+)+))(?!\.?\d|[%倍億万円])"), version),
        (
            re.compile(r"(?P<code>[\u4e00-\u9fff]{2,4}(?P<digits>\d{1,3}))(?=型(?!車|肝))"),
            lambda match: Code("designation", match["digits"]),
        ),
    )
