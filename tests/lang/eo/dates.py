"""Dates in Esperanto: la 6-an de novembro 2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from align.lang.eo.date_words import MONTHS

from align.lang.base.keys import date_keys
from align.lang.dates.fields import Fields
from align.lang.dates.resolving import resolved
from align.model import Mention

DATE = re.compile(rf"\bla (\d\d?)-an? de ({'|'.join(MONTHS)})(?: (\d{{4}}))?")


def dates(text: str, published: date | None = None) -> Iterator[Mention]:
    for match in DATE.finditer(text):
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
        fields = Fields(year=int(match[3]) if match[3] else None, month=month, day=day)
        keys = date_keys(month, day)
        yield Mention("date", match.start(), match.end(), match[0], keys, resolved(fields, published))
