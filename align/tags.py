"""Language tags, parsed once: whatever a user, a file or another tool writes, as BCP 47 (RFC 5646) has it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

SHAPE = re.compile(
    r"(?P<language>[A-Za-z]{2,3}|[A-Za-z]{5,8})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}|\d{3}))?"
    r"(?P<rest>(?:[-_][A-Za-z0-9]{1,8})*)"
)
"""Language, script, region, and variants or extensions. No language has four letters: those are reserved."""
LONGER = dict(
    code.split(":")
    for code in (
        "kor:ko eng:en isl:is ice:is jpn:ja zho:zh chi:zh deu:de ger:de fra:fr fre:fr rus:ru spa:es ita:it por:pt "
        "nld:nl dut:nl swe:sv dan:da nor:no nob:nb nno:nn fin:fi pol:pl ces:cs cze:cs slk:sk slo:sk hun:hu ron:ro "
        "rum:ro bul:bg ell:el gre:el tur:tr vie:vi ind:id msa:ms may:ms tha:th ara:ar heb:he fas:fa per:fa hin:hi "
        "ukr:uk cmn:zh iw:he in:id"
    ).split()
)
"""Codes of ISO 639-2 and 639-3, and old ones of 639-1 -> the shortest code, which BCP 47 asks for."""
UNKNOWN = "und"


class Tag(NamedTuple):
    """A tag in its parts, each "" where it is not given: zh, Hant, TW."""

    language: str
    """Lower case, the shortest code."""
    script: str = ""
    region: str = ""
    rest: str = ""
    """Variants and extensions, with the dash before them."""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.language, self.script, self.region))) + self.rest


@lru_cache(maxsize=4096)
def parse(tag: str) -> Tag | None:
    """The parts of a tag, however it is written; None where it is none.

    >>> [str(parse(tag)) for tag in ("KO", "ko_KR", "KO-KR", "kor", "zh-hant-tw", "ZH_TW", "und", "?")]
    ['ko', 'ko-KR', 'ko-KR', 'ko', 'zh-Hant-TW', 'zh-TW', 'und', 'None']
    """
    match = SHAPE.fullmatch(tag.strip())
    if not match:
        return None
    language = match["language"].lower()
    script, region = (match["script"] or "").capitalize(), (match["region"] or "").upper()
    return Tag(LONGER.get(language, language), script, region, match["rest"].replace("_", "-").lower())


@lru_cache(maxsize=4096)
def canonical(tag: str) -> str:
    """The tag as BCP 47 writes it; as it is where it is none, so that nothing a file says is lost.

    >>> canonical("ko_kr"), canonical("")
    ('ko-KR', '')
    """
    found = parse(tag)
    return str(found) if found else tag


@lru_cache(maxsize=4096)
def primary(tag: str) -> str:
    """The language of a tag, without script and region; of what is no tag its first part in lower case.

    >>> primary("ko_KR"), primary("EN"), primary("kor"), primary("")
    ('ko', 'en', 'ko', '')
    """
    found = parse(tag)
    return found.language if found else tag.replace("_", "-").split("-")[0].lower()
