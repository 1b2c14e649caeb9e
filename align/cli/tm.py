"""align tm: translation memories, searched, exported, merged and checked."""

from __future__ import annotations

from align.cli.lazy import Lazy

COMMANDS = {
    "add": "Add TMX, XLIFF and alignment files to a store.",
    "search": "Find units: the same, alike, or with a phrase in them.",
    "export": "Deliver units as TMX, TSV, JSONL, Moses, XLIFF or Parquet.",
    "stats": "What is in a store.",
    "merge": "Add what other stores have.",
    "validate": "Check TMX files.",
    "verify": "Say whether a store is damaged, and save what is whole.",
}
"""Name of the command and of its module -> what --help says."""
command = Lazy(
    COMMANDS, "align.cli.memory", name="tm", help="Translation memories: search, export, merge and check them."
)
