"""Front matter: the lines between --- (or +++) at the top of a file that say date, title and language."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date

from align.readers import dates

BLOCK = re.compile(r"\ufeff?(---|\+\+\+)[^\S\n]*\r?\n(.*?)(?:^|\n)\1[^\S\n]*(?:\r?\n|$)", re.DOTALL)
LINE = re.compile(r"^([A-Za-z_-]+)\s*:\s*(.*?)\s*$")
KNOWN = {"date": "date", "published": "date", "pubdate": "date", "title": "title", "lang": "lang", "language": "lang"}


@dataclass(frozen=True, slots=True)
class Matter:
    """What was found, and where the article begins behind it."""

    date: date | None = None
    title: str | None = None
    lang: str = ""
    end: int = 0


def front(file: str) -> Matter:
    """The front matter of a decoded file; an empty one where there is none with a key that we know."""
    match = BLOCK.match(file)
    if not match:
        return Matter()
    found = _toml(match[2]) if match[1] == "+++" else _lines(match[2])
    if not found:
        return Matter()
    return Matter(dates.parse(found.get("date", "")), found.get("title") or None, found.get("lang", ""), match.end())


def _lines(block: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in block.splitlines():
        match = LINE.match(line)
        if match and (key := KNOWN.get(match[1].lower())):
            found.setdefault(key, match[2].strip("\"'"))
    return found


def _toml(block: str) -> dict[str, str]:
    try:
        values = tomllib.loads(block.replace("\r\n", "\n"))
        return {KNOWN[key.lower()]: str(value) for key, value in values.items() if key.lower() in KNOWN}
    except (ValueError, RecursionError):  # not TOML, or a number of thousands of digits
        return {}
