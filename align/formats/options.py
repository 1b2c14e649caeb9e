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
