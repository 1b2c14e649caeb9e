"""From an input of `align check` to its reports: warnings and faults are kept, and told in order."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from align.articles import article, unrelated_note
from align.checks.rules.counterpart_missing import RULE as COUNTERPART
from align.checks.rules.counterpart_missing import alone
from align.cli import warnings as articles
from align.cli.check_inputs import Task
from align.cli.check_settings import Settings
from align.errors import AlignError, FormatError, unexpected
from align.files import load, shown
from align.formats import FORMATS, of_file
from align.model import Alignment, Bead, Document, Report
from align.reports.options import Failed
from align.session import Session, Sessions, undated

if TYPE_CHECKING:
    from align.names.table import Row


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with the files it is about."""

    report: Report
    paths: tuple[str, str]
    """As reports show them."""
    key: tuple[str, str]
    """By which the pair is known from one run to the next: two paths, or a file and the document in it."""
    inside: bool = False
    """`key` names a document in a file."""
    names: tuple[Row, ...] = ()

    def with_report(self, report: Report) -> Checked:
        return replace(self, report=report)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an input."""

    checked: tuple[Checked, ...] = ()
    notes: str = ""
    """Lines for stderr."""
    failed: Failed | None = None
    """What kept it from being checked."""


@dataclass(slots=True)
class Checker:
    """Checks inputs one by one; what is loaded for one language pair stays."""

    settings: Settings
    sessions: Sessions = field(init=False)

    def __post_init__(self) -> None:
        s = self.settings
        ledger = (s.ledger,) if s.ledger else ()
        self.sessions = Sessions(s.glossaries, s.lexicons, ledger, s.engine)

    def check(self, task: Task) -> Result:
        """The reports of an input, or what kept it from being read."""
        notes = io.StringIO()
        error = None
        found: tuple[Checked, ...] = ()
        try:
            with redirect_stderr(notes):
                found = tuple(self._pair(task) if task.target else self._file(task.source))
        except AlignError as fault:
            error = str(fault)
        except RecursionError:
            error = f"{shown(task.source)}: the input is nested too deeply"
        except Exception as fault:  # what is wrong with one input must not stop the others
            if os.environ.get("ALIGN_DEBUG"):
                import traceback

                traceback.print_exc(file=notes)
            error = f"{shown(task.source)}: {unexpected(fault)}"
        return Result(
            found, notes.getvalue(), None if error is None else Failed(shown(task.target or task.source), error)
        )

    def _pair(self, task: Task) -> Iterator[Checked]:
        paths = shown(PurePath(task.source).as_posix()), shown(PurePath(task.target).as_posix())
        how = self.settings.reading
        if task.listed:
            for lacking, path, there in (("target", task.target, task.source), ("source", task.source, task.target)):
                if not Path(path).exists():
                    # read all the same: what is there may be broken too
                    document = article(
                        there, how.source_lang if lacking == "target" else how.target_lang, how.published, how.lines
                    )
                    articles.warn_all(document.notes)
                    yield Checked(_alone(document, path, lacking, self.settings.rules), paths, paths)
                    return
        left, right = articles.pair(task.source, task.target, replace(how, default=task.date or how.default))
        session = self.sessions.of(left.lang, right.lang)
        alignment = session.align(left, right)
        articles.warn_all(unrelated_note(alignment))
        yield self._checked(session, alignment, paths, paths, "" if task.target == "-" else task.target)

    def _file(self, path: str) -> Iterator[Checked]:
        how = self.settings.reading
        name = shown(PurePath(path).as_posix())
        for alignment in read(path, how.source_lang or "", how.target_lang or ""):
            left, right = (
                replace(document, lang=lang or document.lang)
                for document, lang in ((alignment.source, how.source_lang), (alignment.target, how.target_lang))
            )
            left, right = _dated((left, right), how.published, how.target_published, how.default)
            names = dict.fromkeys((left.name, right.name))
            # of a memory or XLIFF both sides lie in the one file; an alignment file has the lines of the articles
            paths = (left.name, right.name) if of_file(path) == "json" else (name, name)
            alignment = replace(alignment, source=left, target=right)
            session = self.sessions.of(left.lang, right.lang)
            yield replace(self._checked(session, alignment, paths, (name, " | ".join(names))), inside=True)

    def _checked(
        self, session: Session, alignment: Alignment, paths: tuple[str, str], key: tuple[str, str], target: str = ""
    ) -> Checked:
        s = self.settings
        if s.decisions and (s.alone or s.decisions.on(alignment)):
            from align.triage.decisions import apply

            alignment, notes = apply(alignment, s.decisions)
            articles.warn_all(notes)
        if s.names:
            return Checked(Report(alignment, (), ()), paths, key, names=_names(session, alignment))
        report = session.report(alignment, s.rules)
        if undated(report):
            articles.warn(f"{alignment.source.name}: no publication date: relative dates are not checked (give --date)")
        if target:
            report = _remarked(report, target, s.rules, paths[1])
        if s.decisions:
            from align.triage.decisions import silence

            report = silence(report, s.decisions)
        return Checked(report, paths, key)


def _remarked(report: Report, target: str, rules: Sequence[str], name: str) -> Report:
    """The report with what the remarks of the translation silence."""
    from align.readers import decoded
    from align.triage.silence import inline

    found, notes = inline(report, decoded(load(target), target), rules, name)
    articles.warn_all(notes)
    return found


def _names(session: Session, alignment: Alignment) -> tuple[Row, ...]:
    """The table of the names of an article, () where neither or both sides are Korean."""
    from align.names.table import table

    names = session.article(alignment).names
    return tuple(table(alignment, names, session.engine.lexicons)) if names else ()


def read(path: str, source: str, target: str) -> list[Alignment]:
    """The alignments of a file; FormatError where it has none."""
    reader = FORMATS[of_file(path) or "json"].read
    assert reader
    found = reader(load(path), path, source, target)
    if not found:
        raise FormatError(path, "no alignment in it")
    short = PurePath(path).name
    return [replace(a, source=_named(a.source, path, short), target=_named(a.target, path, short)) for a in found]


def _named(document: Document, path: str, short: str) -> Document:
    return replace(document, name=short) if document.name == path else document


def _dated(
    pair: tuple[Document, Document], published: date | None, translated: date | None, default: date | None
) -> tuple[Document, Document]:
    """Both documents with the dates of the options, else with their own, else with that of align.toml."""
    source = replace(pair[0], date=published or pair[0].date or default)
    return source, replace(pair[1], date=translated or published or pair[1].date or source.date)


def _alone(document: Document, path: str, lacking: str, rules: Sequence[str]) -> Report:
    """The report of an article whose `lacking` side, which would be at `path`, is not there."""
    empty = Document(PurePath(path).name, "", "")
    numbers = range(len(document.segments))
    if lacking == "target":
        alignment = Alignment(document, empty, tuple(Bead((i,), ()) for i in numbers))
    else:
        alignment = Alignment(empty, document, tuple(Bead((), (j,)) for j in numbers))
    return Report(alignment, (alone(lacking),) if COUNTERPART.id in rules else (), ())
