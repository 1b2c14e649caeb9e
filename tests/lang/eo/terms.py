"""A term in Esperanto text: in any case and number."""

from __future__ import annotations

import re

from align.lang.base.terms import find

__all__ = ["find", "pattern"]


def pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"\b({re.escape(term)})j?n?\b", re.IGNORECASE)
