"""How English articles say when they were published: Published: Nov. 7, 2024."""

from __future__ import annotations

import re

from align.lang.base.published import Published

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WRITTEN = re.compile(
    r"(?:([A-Z][a-z]{2,8})\.?\s(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?\s([A-Z][a-z]{2,8})\.?),?\s((?:19|20)\d\d)"
)


def written(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of Nov. 7, 2024 or 7 November 2024.

    >>> written("Posted on Nov. 7, 2024")
    (2024, 11, 7)
    """
    match = WRITTEN.search(text)
    name = (match[1] or match[4])[:3].lower() if match else ""
    return (int(match[5]), MONTHS.index(name) + 1, int(match[2] or match[3])) if match and name in MONTHS else None


PUBLISHED = Published(mark=r"(?:Published|Posted|First published)(?:\s?[:|]?\s?on\s)?", written=written)
