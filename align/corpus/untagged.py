"""Pairs of which one language has no tag in its paths: README.ko.md and README.md, docs/ko/x and docs/x, i18n/ko/current/x and docs/x.

A rule says what of a path stands for what of another one: `docs/*` for `docs`, `i18n/*/current` for `docs`. It is found in the
tree: two paths that end alike propose the rule that makes one of the other, and a rule that many files follow is believed. What
language the files without a tag are in is said by the texts of some of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from align.corpus.naming import EXTENSION, Named, fits, plain, tagged
from align.lang.detect import language_of
from align.readers.file_names import Mark, marks
from align.tags import UNKNOWN, primary

MANY = 40
"""Paths with one end, at most, that propose rules with each other; of many index.md it is those whose folders are alike, too."""
DEEP = 4
"""Parts of a path that are its end, at most."""
LEAST = 2
"""Files from which a rule that moves a file to another folder is believed; one that only takes out the tag always is."""
SAMPLE = 12
"""Texts of each side that tell the languages of a rule."""
BEGINNING = 1500
"""Characters of each that are looked at."""


class Rule(NamedTuple):
    """The beginning of a tagged path, with a star for its tag, and what the other path has instead; None: the same without the tag."""

    tagged: str
    other: str | None
    lang: str
    """The tag's."""


class Couple(NamedTuple):
    """Two paths of which a rule makes the one of the other."""

    tagged: str
    other: str
    tag: str
    rule: Rule


Text = Callable[[str], str]
"""A path -> the text of its file, "" where it cannot be read."""


def couples(paths: Sequence[str], text: Text) -> list[tuple[Couple, str]]:
    """The couples of the rules that are believed, the best first, with the language of the one without a tag."""
    found = []
    apart = {path: _Apart(_parts(name := plain(path)), [*_bares(name)]) for path in paths}
    for rule, some in _followed(apart, _believed(apart)).items():
        lang = _language((couple.other for couple in some), text)
        if lang not in ("", rule.lang) and _language((couple.tagged for couple in some), text) in ("", rule.lang):
            found += [(couple, lang) for couple in some]
    return found


def paired(found: Iterable[tuple[Couple, str]], source: str, target: str) -> list[Named]:
    """The pairs of two languages among couples, each file once, by source path."""
    pairs: list[Named] = []
    used: set[str] = set()
    for couple, lang in found:
        if used & {couple.tagged, couple.other}:
            continue
        if fits(couple.tag, source) and fits(lang, target):
            pairs.append(Named(couple.tagged, couple.other, couple.tag, lang))
        elif fits(couple.tag, target) and fits(lang, source):
            pairs.append(Named(couple.other, couple.tagged, lang, couple.tag))
        else:
            continue
        used |= {couple.tagged, couple.other}
    return sorted(pairs)


def alike(path: str, other: str) -> bool:
    """Whether one of two paths is the other without its tag."""
    return any(bare == _parts(plain(b)) for a, b in ((path, other), (other, path)) for _, _, bare in _bares(plain(a)))


class _Apart(NamedTuple):
    """A path taken apart."""

    parts: list[str]
    bares: list[tuple[str, str, list[str]]]
    """What `_bares` says of it."""


def _believed(paths: Mapping[str, _Apart]) -> dict[Rule, int]:
    """The rules that move files to another folder, with the number of files that propose them; of one beginning the best."""
    ending: dict[tuple[str, ...], list[list[str]]] = {}
    for parts, _ in paths.values():
        for k in range(1, DEEP + 1):
            ending.setdefault(tuple(parts[-k:]), []).append(parts)
    votes: Counter[Rule] = Counter()
    for _, bares in paths.values():
        for tag, before, bare in bares:
            ends = (ending.get(tuple(bare[-k:]), []) for k in range(1, DEEP + 1))
            same = next((some for some in ends if len(some) <= MANY), [])
            if bare not in same:
                votes.update({rule for parts in same if (rule := _moving(tag, before, bare, parts))})
    best: dict[tuple[str, str], Rule] = {}
    for rule, many in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if many >= LEAST:
            best.setdefault((rule.tagged, rule.lang), rule)
    return {rule: votes[rule] for rule in best.values()}


def _moving(tag: str, before: str, bare: list[str], parts: list[str]) -> Rule | None:
    """The rule that makes one path of another that ends as it does; None where that has a language of its own, or is itself."""
    shared = 0
    while shared < min(len(parts), len(bare)) and parts[-1 - shared] == bare[-1 - shared]:
        shared += 1
    head = "/".join(parts[: len(parts) - shared])
    if any(True for _ in marks(f"{head}/x")) or shared == len(parts) == len(bare):
        return None
    return Rule("/".join((before, *bare[: len(bare) - shared])), head, primary(tag))


def _followed(paths: Mapping[str, _Apart], believed: Mapping[Rule, int]) -> dict[Rule, list[Couple]]:
    """The couples of each rule: first of those that only take the tag out, then of those that most files propose."""
    known: dict[tuple[str, ...], list[str]] = {}
    for path, (parts, _) in paths.items():
        known.setdefault(tuple(parts), []).append(path)
    rules = {(rule.tagged, rule.lang): rule for rule in believed}
    found: dict[Rule, list[Couple]] = {}
    for path, (_, bares) in paths.items():
        for tag, before, bare in bares:
            heads = {len(bare): Rule(before, None, primary(tag))}
            for k in range(len(bare)):
                if rule := rules.get(("/".join((before, *bare[:k])), primary(tag))):
                    heads[len(bare) - k] = rule
            for shared, rule in heads.items():
                head = rule.other.split("/") if rule.other else []
                others = [other for other in known.get((*head, *bare[len(bare) - shared :]), ()) if other != path]
                for other in sorted(others, key=lambda other: (_kind(other) != _kind(path), other))[:1]:
                    found.setdefault(rule, []).append(Couple(path, other, tag, rule))
    order = sorted(found, key=lambda rule: (rule.other is not None, -believed.get(rule, 0), rule.tagged))
    return {rule: found[rule] for rule in order}


def _bares(name: str) -> Iterator[tuple[str, str, list[str]]]:
    """(tag, how it is said, parts of the path without it) for each tag of a plain path, and for all tags of a language together."""
    found = tagged(name)
    together = {tag: [mark for mark in found if mark.tag == tag] for tag in dict.fromkeys(mark.tag for mark in found)}
    for some in [[mark] for mark in found] + [own for own in together.values() if len(own) > 1]:
        rest = name
        for mark in sorted(some, reverse=True, key=lambda mark: mark.start):
            rest = _without(rest, mark)
        bare = _parts(rest)
        if bare[-1]:
            yield some[0].tag, " ".join(_how(name, mark) for mark in some), bare


def _without(name: str, mark: Mark) -> str:
    """A path without a tag: its folder too, where that is all of its name."""
    before, behind = name[: mark.start], name[mark.end :]
    if not before or before.endswith("/"):
        behind = behind.lstrip("/._- ")
    return before + behind


def _how(name: str, mark: Mark) -> str:
    """How a path says a tag: the folder up to it, or how the file's own name has it."""
    at = name.rfind("/") + 1
    if mark.start < at:
        return f"{name[: mark.start]}*{name[mark.end : name.find('/', mark.end - 1)]}"
    return f"{'' if mark.start == at else '…'}{name[mark.start : mark.end]}"


def _parts(name: str) -> list[str]:
    """The folders of a path and its name without extension."""
    return EXTENSION.sub("", name).split("/")


def _kind(path: str) -> str:
    return path.rsplit(".", 1)[-1].lower()


def _language(paths: Iterable[str], text: Text) -> str:
    """The language that some texts are in together: one alone may be too short to tell."""
    every = sorted(set(paths))
    some = every[:: max(len(every) // SAMPLE, 1)][:SAMPLE]
    seen = language_of("\n".join(text(path)[:BEGINNING] for path in some))
    return "" if seen == UNKNOWN else seen
