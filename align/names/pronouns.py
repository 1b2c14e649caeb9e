"""Family names where the heard side has a pronoun, or nothing, spelt otherwise than the bearer's: Ma, then Mah."""

from __future__ import annotations

from collections.abc import Iterator

from align.names.inventory import Names
from align.names.links import Link


def respelt_families(names: Names) -> Iterator[tuple[int, tuple[int, int], str, Link]]:
    """The bead, place and form of each family name that nothing heard explains, and the only person whose it can be.

    It is a usual spelling of that person's family name, and no spelling that the article has for anybody.
    """
    hearing, plain = names.hearing, names.hearing.spelling.plain
    bearers: dict[str, dict[str, Link]] = {}
    for bead in names.links:
        for link in bead:
            if link.kind == "person" and link.family:
                bearers.setdefault(hearing.family(link.name), {}).setdefault(link.name, link)
    alone = {family: next(iter(own.values())) for family, own in bearers.items() if len(own) == 1}
    spelt = {plain(part) for bead in names.links for link in bead for part in (link.family, *link.form.split())}
    for texts, left in zip(names.texts, names.unexplained, strict=True):
        free = {there.start for there in left if not there.sure}
        for k, token in enumerate(texts.tokens):
            behind = any(t.start - token.end <= 1 for t in texts.tokens[k + 1 : k + 2])
            before = any(
                token.start - t.end <= 1 and not hearing.spelling.is_title(t.text)
                for t in texts.tokens[max(0, k - 1) : k]
            )
            joined = behind or before
            if token.start not in free or token.common or joined or plain(token.text) in spelt:
                continue
            fitting = [link for family, link in alone.items() if plain(token.text) in hearing.spellings(family)]
            heard = any(hearing.bears(word.text, token.text) for word in texts.words)
            if len(fitting) == 1 and not heard and fitting[0].bead < texts.bead:
                yield texts.bead, (token.start, token.end), token.text, fitting[0]
