"""What `import align` offers beside its types: read, pair, check, build, explain. The commands do the same with the same parts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, overload

from align.articles import day, paired, read
from align.checks import RULES
from align.errors import InputError
from align.model import Alignment, Document, Report
from align.session import Paths, Session, Sessions, called, chosen, paths, together
from align.translations import different, shared

if TYPE_CHECKING:
    from align.articles import Readable
    from align.checks.rule import Rule
    from align.corpus.whole import Built, Progress


def pair(
    source: Readable,
    target: Readable,
    *,
    source_lang: str = "",
    target_lang: str = "",
    date: date | str | None = None,
    target_date: date | str | None = None,
    lines: bool = False,
    glossary: Paths = None,
    lexicon: Paths = None,
    engine: str = "auto",
    session: Session | None = None,
) -> Alignment:
    """The alignment of an article and its translation, each a document or what `read` takes; its warnings are its `notes`.

    A `session` spares loading the same knowledge for each of many pairs. InputError where an article, a glossary, a lexicon or a
    model cannot be used.
    """
    if session is not None:
        return session.pair(source, target, date=date, target_date=target_date, lines=lines)
    left, right, notes = _both(source, target, source_lang, target_lang, date, target_date, lines)
    session = Session(left.lang, right.lang, glossary=glossary, lexicon=lexicon, engine=engine)
    return session.paired(left, right, notes)


@overload
def check(
    alignment: Alignment,
    /,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    glossary: Paths = None,
    lexicon: Paths = None,
    ledger: Paths = None,
    engine: str = "auto",
    session: Session | None = None,
) -> Report: ...
@overload
def check(
    first: Alignment,
    second: Alignment,
    /,
    *others: Alignment,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    glossary: Paths = None,
    lexicon: Paths = None,
    ledger: Paths = None,
    engine: str = "auto",
) -> Report | tuple[Report, ...]: ...
@overload
def check(
    source: Readable,
    target: Readable,
    /,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    source_lang: str = "",
    target_lang: str = "",
    date: date | str | None = None,
    target_date: date | str | None = None,
    lines: bool = False,
    glossary: Paths = None,
    lexicon: Paths = None,
    ledger: Paths = None,
    engine: str = "auto",
    session: Session | None = None,
) -> Report: ...
def check(
    *given: Alignment | Readable,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    source_lang: str = "",
    target_lang: str = "",
    date: date | str | None = None,
    target_date: date | str | None = None,
    lines: bool = False,
    glossary: Paths = None,
    lexicon: Paths = None,
    ledger: Paths = None,
    engine: str = "auto",
    session: Session | None = None,
) -> Report | tuple[Report, ...]:
    """What the translation says otherwise than the source, leaves out and adds: the report of an alignment, or of two articles.

    Of several alignments of one source, with translations in different languages, there is one report: each translation is looked
    at in the light of the others. Of other alignments there is a report each, in their order. `select` are the only rules, `ignore`
    not these. `glossary` are the terms that are to be used, `ledger` the names as the house spells them.
    """
    alignments = [each for each in given if isinstance(each, Alignment)]
    if alignments and len(alignments) == len(given):
        made = Sessions(paths(glossary), paths(lexicon), paths(ledger), engine)
        if session:
            made.kept[session.source_lang, session.target_lang] = session
        if len(alignments) > 1 and len(shared(alignments)) == 1 and different(alignments):
            return together(made.reports(alignments, chosen(select, ignore)))
        reports = [
            (session or made.of(each.source.lang, each.target.lang)).check(each, select=select, ignore=ignore)
            for each in alignments
        ]
        return reports[0] if len(reports) == 1 else tuple(reports)
    if alignments or len(given) != 2:
        what = "alignments and something else" if alignments else f"{len(given)} article{'s'[: len(given) != 1]}"
        raise InputError("check()", what, "give an article and its translation, or alignments")
    source, target = (each for each in given if not isinstance(each, Alignment))
    if session is None:
        left, right, notes = _both(source, target, source_lang, target_lang, date, target_date, lines)
        own = Session(left.lang, right.lang, glossary=glossary, lexicon=lexicon, ledger=ledger, engine=engine)
        return own.check(own.paired(left, right, notes), select=select, ignore=ignore)
    return session.check(source, target, select=select, ignore=ignore, date=date, target_date=target_date, lines=lines)


def build(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: Paths = None,
    *,
    store: str | os.PathLike[str] | None = None,
    jobs: int | None = None,
    scheduler: str | None = None,
    by_content: bool | None = None,
    anywhere: bool = False,
    check: bool = False,
    adapt: bool | None = None,
    source_lang: str = "",
    target_lang: str | Iterable[str] = "",
    date: date | str | None = None,
    lines: bool = False,
    min_confidence: float = 0.0,
    created: str = "",
    glossary: Paths = None,
    lexicon: Paths = None,
    ledger: Paths = None,
    engine: str = "auto",
) -> Iterator[Progress | Built]:
    """Build a translation memory from article pairs, as `align build` does: how far it has come, and at last what has been done.

    `inputs` are folders, manifests or patterns, `output` the files that are delivered, and `store` the memory itself, by default
    beside the first output. With several `target_lang` units are in all these languages.
    What a store has already is not done again; a build that is not followed to its end can be taken up
    by the same call. Bad arguments are an error at once. Processes are spawned: a script that calls it needs its
    `if __name__ == "__main__":`.
    """
    from align.corpus import whole
    from align.corpus.recipe import Recipe, files
    from align.engine.choices import fingerprints
    from align.files import spared
    from align.formats import of_memory
    from align.formats.options import Options
    from align.memory import export
    from align.memory.selection import Selection
    from align.memory.store import Store

    outputs = paths(output)
    for path in outputs:
        of_memory(path)
    if not outputs and store is None:
        raise InputError("build()", "nowhere to put the memory", "give output= or store=")
    if scheduler and jobs:
        raise InputError("build()", "jobs and scheduler", "processes are local, a cluster is not: give one of them")
    named = paths(inputs)
    targets = [target_lang] if isinstance(target_lang, str) else [*target_lang]
    listing = whole.listing(named, source_lang, [*filter(None, targets)], by_content, anywhere)
    if not listing.pairs and not listing.errors:
        raise InputError(" ".join(named), *whole.NO_PAIRS)
    known = files(paths(lexicon)), files(paths(glossary)), files(paths(ledger) if check else ())
    articles = [path for each in listing.pairs for path in (each.source, each.target)]
    spared(outputs, [*named, *articles, *listing.alone, *(path for each in known for path, _ in each)])
    models = fingerprints(engine)
    target = targets[0] if len(targets) == 1 else ""
    recipe = Recipe(source_lang, target, day(date), lines, *known, check, engine=engine, models=models)

    def deliver(memory: Store) -> dict[str, int]:
        return export.deliver(memory, Selection(min_confidence), outputs, Options(created=created))

    place = os.fspath(store) if store is not None else whole.beside(outputs)
    return whole.built(whole.Plan(listing, recipe, place, whole.runner(jobs, scheduler), deliver, adapt, stamp=created))


@overload
def explain(rule: str) -> Rule: ...
@overload
def explain(rule: None = None) -> tuple[Rule, ...]: ...
def explain(rule: str | None = None) -> Rule | tuple[Rule, ...]:
    """What a rule means, with a bad and a good example; all rules where none is named.

    >>> explain("untranslated").severity
    'error'
    """
    if rule is None:
        return tuple(RULES.values())
    if rule not in RULES:
        near = ", ".join(get_close_matches(rule, RULES, 3, 0.8))
        raise InputError(rule, "no such rule", f"nearest: {near}" if near else "explain() has them all")
    return RULES[rule]


def _both(
    source: Readable,
    target: Readable,
    source_lang: str,
    target_lang: str,
    published: date | str | None,
    translated: date | str | None,
    lines: bool,
) -> tuple[Document, Document, tuple[str, ...]]:
    """Both documents and their warnings; what has no name is called by its side."""
    left = read(source, name=called(source, "source"), lang=source_lang, date=published, lines=lines)
    right = read(
        target, name=called(target, "target"), lang=target_lang, date=day(translated) or published, lines=lines
    )
    return paired(left, right)
