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

from align.articles import article, counted, paired, several, unrelated_note
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
from align.tags import primary
from align.translations import different, shared

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
                found = tuple(self._articles(task) if task.target else self._file(task.source))
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

    def _articles(self, task: Task) -> Iterator[Checked]:
        """A source and its translation or translations; of align.toml first those that are there, then those that lack a side."""
        if not task.listed and task.others:
            yield from self._set(task.paths, *several(task.paths, self.settings.reading, self.settings.target_langs))
            return
        targets = (task.target, *task.others)
        lacking = {path: found for path in targets if task.listed and (found := self._lacking(task, path))}
        there = [path for path in targets if path not in lacking]
        if len(there) > 1:
            how = self.settings.reading
            left = article(task.source, how.source_lang, how.published, how.lines)
            day = how.target_published or how.published
            rest = [article(path, None, day, how.lines) for path in there]
            yield from self._set((task.source, *there), 0, [left, *rest], task.date)
        elif there:
            yield self._pair(task, there[0])
        yield from lacking.values()

    def _lacking(self, task: Task, target: str) -> Checked | None:
        """What is to be said of a pair of which one side is not there; what is there is read all the same, as it may be broken."""
        how, paths = self.settings.reading, (_shown(task.source), _shown(target))
        for lacking, path, there in (("target", target, task.source), ("source", task.source, target)):
            if not Path(path).exists():
                lang = how.source_lang if lacking == "target" else how.target_lang
                document = article(there, lang, how.published, how.lines)
                articles.warn_all(document.notes)
                return Checked(_alone(document, path, lacking, self.settings.rules), paths, paths)
        return None

    def _pair(self, task: Task, target: str) -> Checked:
        how, paths = self.settings.reading, (_shown(task.source), _shown(target))
        if not task.listed:
            counted(self.settings.target_langs, 1)
        left, right = articles.pair(task.source, target, replace(how, default=task.date or how.default))
        session = self.sessions.of(left.lang, right.lang)
        alignment = session.align(left, right)
        articles.warn_all(unrelated_note(alignment))
        (found,) = self._checked([alignment], [paths], [paths], ["" if target == "-" else target])
        return found

    def _set(
        self, files: Sequence[str], source: int, documents: Sequence[Document], day: date | None = None
    ) -> Iterator[Checked]:
        """The translations of one source, which is the document of that number."""
        default = day or self.settings.reading.default
        left, rights = documents[source], []
        notes: list[str] = []
        targets = [file for k, file in enumerate(files) if k != source]
        for k, document in enumerate(documents):
            if k != source:
                left, right, said = paired(left, document, default)
                rights.append(right)
                notes += said
        alignments = self.sessions.aligned(left, rights)
        articles.warn_all(dict.fromkeys([*notes, *(note for each in alignments for note in unrelated_note(each))]))
        paths = [(_shown(files[source]), _shown(target)) for target in targets]
        yield from self._checked(alignments, paths, paths, ["" if target == "-" else target for target in targets])

    def _file(self, path: str) -> Iterator[Checked]:
        s, how, name = self.settings, self.settings.reading, _shown(path)
        found = []
        for alignment in read(path, how.source_lang or "", how.target_lang or ""):
            left, right = (
                replace(document, lang=lang or document.lang)
                for document, lang in ((alignment.source, how.source_lang), (alignment.target, how.target_lang))
            )
            if len(s.target_langs) > 1 and primary(right.lang) not in map(primary, s.target_langs):
                continue
            left, right = _dated((left, right), how.published, how.target_published, how.default)
            found.append(replace(alignment, source=left, target=right))
        for own in shared(found):
            for some in [own] if different(own) else [[each] for each in own]:
                # of a memory or XLIFF both sides lie in the one file; an alignment file has the lines of the articles
                each = [(a.source.name, a.target.name) for a in some]
                paths = each if of_file(path) == "json" else [(name, name)] * len(some)
                keys = [(name, " | ".join(dict.fromkeys(names))) for names in each]
                yield from (replace(item, inside=True) for item in self._checked(some, paths, keys, [""] * len(some)))

    def _checked(
        self,
        alignments: Sequence[Alignment],
        paths: Sequence[tuple[str, str]],
        keys: Sequence[tuple[str, str]],
        targets: Sequence[str],
    ) -> Iterator[Checked]:
        """What was found in the translations of one source; `targets` are their files, "" where no remarks are in them."""
        s = self.settings
        alignments = self._decided(alignments)
        if s.names:
            facts = () if len(alignments) > 1 else None
            for alignment, own, key in zip(alignments, paths, keys, strict=True):
                session = self.sessions.of(alignment.source.lang, alignment.target.lang)
                report = Report(alignment, (), (), facts=facts)
                yield Checked(report, own, key, names=_names(session, alignment))
            return
        reports = self._reports(alignments)
        if any(map(undated, reports)):
            name = alignments[0].source.name
            articles.warn(f"{name}: no publication date: relative dates are not checked (give --date)")
        for report, own, key, target in zip(reports, paths, keys, targets, strict=True):
            found = _remarked(report, target, s.rules, own[1]) if target else report
            if s.decisions:
                from align.triage.decisions import silence

                found = silence(found, s.decisions)
            yield Checked(found, own, key)

    def _reports(self, alignments: Sequence[Alignment]) -> Sequence[Report]:
        if len(alignments) > 1:
            return self.sessions.reports(alignments, self.settings.rules)
        (alone,) = alignments
        return [self.sessions.of(alone.source.lang, alone.target.lang).report(alone, self.settings.rules)]

    def _decided(self, alignments: Sequence[Alignment]) -> Sequence[Alignment]:
        """The alignments with what a reader has decided of their beads."""
        decisions = self.settings.decisions
        if not decisions or not (self.settings.alone or any(map(decisions.on, alignments))):
            return alignments
        from align.triage.decisions import apply

        found = []
        about = any(map(decisions.on, alignments))
        for alignment in alignments:
            decided, notes = apply(alignment, decisions)
            articles.warn_all(notes if decisions.on(alignment) or not about else ())
            found.append(decided)
        return found


def _shown(path: str) -> str:
    return shown(PurePath(path).as_posix())


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
