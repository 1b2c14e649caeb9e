"""Lines of an article that nobody translates: by-lines, addresses, copyright and caption marks, reader notices.

What is said here is meant of any language; a language's own part adds RIGHTS and NOTICE, words, and BYLINE, a whole line. All are
patterns, and all are tried on any text: a page in one language has lines in another.
"""

from __future__ import annotations

import re
from functools import cache

from align.lang import parts

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|[☎℡]\s*[\d-]+|\b0\d{1,2}-\d{3,4}-\d{4}\b")
RIGHTS = r"[ⓒ©℗]|\(c\)\s*\d{4}"
"""Anywhere in a line."""
BYLINE = ""
"""All that is in a line but addresses."""
NOTICE = r"^[\s▶☞※◀→]+\S"
"""At the beginning of a line."""
LONGEST = 120
"""Characters of such a line."""


def boilerplate(text: str) -> bool:
    """Whether `text`, a whole segment, is such a line.

    >>> [boilerplate(t) for t in ("김도현 기자 kdh@example.com", "ⓒ 한빛통신, 무단 전재-재배포 금지", "기자들과 만나 말했다.")]
    [True, True, False]
    """
    if len(text) > LONGEST:
        return False
    rest = ADDRESS.sub("", text)
    if len(rest) < len(text) and len(rest.split()) <= 4:
        return True
    rights, byline, notice = _patterns()
    return bool(rights.search(text) or byline.search(rest.strip()) or notice.match(text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    own = [(part.RIGHTS, part.BYLINE, part.NOTICE) for part in parts("boilerplate")]
    rights, byline, notice = ("|".join(filter(None, some)) for some in zip(*own, strict=True))
    return re.compile(rights, re.IGNORECASE), re.compile(byline), re.compile(notice, re.IGNORECASE)
