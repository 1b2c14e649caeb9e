"""Lines of an article that nobody translates: by-lines, addresses, copyright and caption marks, reader notices."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|[☎℡]\s*[\d-]+|\b0\d{1,2}-\d{3,4}-\d{4}\b")
RIGHTS = re.compile(
    r"[ⓒ©℗]|\(c\)\s*\d{4}|저작권자|무단\s?(?:전재|복제|배포)|재배포\s?금지|all rights reserved|copyright", re.IGNORECASE
)
BYLINE = re.compile(
    r"^[\s(\[■▲◆=/·|-]*(?:[가-힣]{1,10}\s?[=/]\s?)?[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4})*\s?[가-힣]{0,6}(?:기자|특파원|객원기자|인턴기자|논설위원|통신원|선임기자|전문기자)\s*"
    r"(?:[)\]]|$)"
    r"|^\(?(?:By|Reporting by|Writing by|Editing by|Photo by|Photo:|Photos? courtesy|Source:)\s[^.!?]{2,80}[.)]?$"
)
NOTICE = re.compile(r"^[\s▶☞※◀→]+\S|구독|카카오톡|앱 다운로드|Sign up for|Subscribe|Follow us|Read more", re.IGNORECASE)
LONGEST = 120
"""Characters of such a line."""


def furniture(text: str) -> bool:
    """Whether `text`, a whole segment, is such a line.

    >>> [furniture(t) for t in ("김도현 기자 kdh@example.com", "ⓒ 한빛통신, 무단 전재-재배포 금지", "기자들과 만나 말했다.")]
    [True, True, False]
    """
    if len(text) > LONGEST:
        return False
    rest = ADDRESS.sub("", text)
    if len(rest) < len(text) and len(rest.split()) <= 4:
        return True
    return bool(RIGHTS.search(text) or BYLINE.search(rest.strip()) or NOTICE.match(text))
