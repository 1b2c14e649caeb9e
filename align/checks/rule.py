"""What a rule says of itself, in its own file: RULE = Rule(__name__, __doc__, ...)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc

from align.folders import Folder

DOCS = ""
"""The address at which docs/rules.md is published; a link that leads nowhere is none, so without one reports carry the words alone."""
EXAMPLE = re.compile(r"^(Bad|Good): +(.*?) *$", re.MULTILINE)
SECTION = re.compile(r"(What it does|Why it matters|Known limits): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """The arguments are literals, so that they can be read without importing what the rule needs."""

    module: str
    """The module's __name__, from which its id is."""
    doc: str | None
    """Its docstring: a sentence, paragraphs for the sections, and the examples."""
    severity: str
    """Of a finding that the evidence forces; a rule may give less."""
    place: int = 1000
    """Where it stands in lists of rules: families together; those of one place by name."""
    mqm: str = ""
    """Dimension/error type of MQM, the typology of translation errors (themqm.org); we are mapped to it, no part of it."""
    warns: float = 0.5
    """Probability from which a finding is a warning: less where a slip cannot be seen in the translation, and a look costs little."""
    one_sided: bool = False
    """Whether it is on what one side has alone: a finding of another rule on the same words says more."""
    yields: tuple[str, ...] = ()
    """The rules that say more of the same place, so that theirs is told alone."""
    given: bool = False
    """Whether it holds the text against what the user has laid down, which is no guess."""
    planted: tuple[str, ...] = ()
    """The types of planted errors that it may find."""
    since: str = ""
    """The version that has it first."""

    @property
    def id(self) -> str:
        """What users select it by: the name of its file, with - for _."""
        return self.module.rpartition(".")[2].replace("_", "-")

    @property
    def summary(self) -> str:
        """What a finding of it means, on one line; its id where nothing is said."""
        return " ".join(self._paragraphs()[0].split()) or self.id

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """What it does, why it matters and what its limits are: (title, text on one line)."""
        found = (SECTION.fullmatch(paragraph) for paragraph in self._paragraphs()[1:])
        return tuple((match[1], " ".join(match[2].split())) for match in found if match)

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """("Bad" or "Good", source | translation), in order."""
        return tuple((match[1], match[2]) for match in EXAMPLE.finditer(cleandoc(self.doc or "")))

    @property
    def text(self) -> str:
        """All of it: the sentence, the sections and the examples, a paragraph a line."""
        told = [self.summary, *(f"{title}: {said}" for title, said in self.sections)]
        examples = "\n".join(f"{kind + ':':5} {said}" for kind, said in self.examples)
        return "\n\n".join([*told, examples] if examples else told)

    @property
    def url(self) -> str:
        """Where it is explained, "" as long as that is nowhere but in the program."""
        return f"{DOCS}#{self.id}" if DOCS else ""

    def _paragraphs(self) -> list[str]:
        return cleandoc(self.doc or "").split("\n\n")


RULES = Folder("align.checks.rules", "RULE", Rule, dashed=True)
"""Id -> what the rule says of itself."""
SEVERITIES = ("error", "warning", "info")
"""Gravest first."""
