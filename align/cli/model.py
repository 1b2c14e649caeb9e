"""align model: the models that --engine can name."""

from __future__ import annotations

from align.cli.lazy import Lazy

COMMANDS = {
    "add": "Give a model on this disk a name.",
    "list": "What --engine can name.",
    "test": "Whether a model finds translations, and how fast.",
    "convert": "Make a Transformers model one that can be added.",
    "remove": "Forget a name; the model stays on the disk.",
}
"""Name of the command and of its module -> what --help says."""
command = Lazy(
    COMMANDS, "align.cli.models", name="model", help="Neural models for --engine: add, list, test and convert them."
)
