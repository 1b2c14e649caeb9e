"""What a writer may be told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """The same for all formats; each takes what concerns it."""

    source_lang: str = ""
    """Tag written instead of the document's own."""
    target_lang: str = ""
    created: str = ""
    """YYYYMMDDThhmmssZ; "" leaves dates out."""
    codes: bool = False
    """Whether inline codes are written, where a format has elements for them."""
    marks: bool = False
    """Whether they are written as text instead, as the file has them: for tools that read Markdown as plain text."""
    languages: tuple[str, ...] = ()
    """Of the units that are written, where they are more than two."""

    def tags(self, source: str, target: str) -> tuple[str, str]:
        """The language tags to be written, of what is in `source` and `target`."""
        return self.source_lang or source, self.target_lang or target
