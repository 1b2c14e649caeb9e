"""Names in kana and Han characters said wrong."""

from __future__ import annotations

from collections.abc import Iterator

from align.lang.base.slips import Span

KANA, HAN = "サナマリトケモユ", "敏哲浩英善恩熙泰"
"""Kana and characters of names, each unlike the others."""
SMALL = frozenset("ァィゥェォャュョ")
"""Kana that make a syllable with the one before."""
BOUND = SMALL | frozenset("ーッン・＝")
"""Those, what only ends a syllable, and what stands between two names."""


def own_syllable(name: str) -> Iterator[tuple[Span, str]]:
    """The last syllable or character of a name another, a name in two characters left as it is.

    >>> list(own_syllable("ソ・ジユン"))[:2], list(own_syllable("徐智允"))[:1], list(own_syllable("馬哲"))
    ([((3, 4), 'サ'), ((3, 4), 'ナ')], [((2, 3), '敏')], [])
    """
    k = next((k for k in range(len(name) - 1, 1, -1) if name[k] not in BOUND), 0)
    others = KANA if "ァ" <= name[k : k + 1] <= "ヺ" else HAN if "一" <= name[k : k + 1] <= "鿿" else ""
    if k and name[k + 1 : k + 2] not in SMALL:
        yield from (((k, k + 1), new) for new in others if new != name[k])
