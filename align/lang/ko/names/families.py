"""Korean family names and the spellings that their bearers use."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from align.lang.base.names.entries import rows

FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리라량봉예승범빈엽옹복하경"
)
"""Korean family names of one syllable."""
DOUBLE = frozenset("남궁 황보 제갈 사공 선우 독고".split())
"""Those of two."""
SPELLINGS = "surnames.tsv"


def spellings(other: str, plain: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
    """Family name -> its spellings in the language `other`, each reduced by `plain`."""
    return {name: frozenset(map(plain, forms.split("|"))) for name, forms, *_ in rows(SPELLINGS, "ko", other)}
