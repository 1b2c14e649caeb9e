"""What the commands say of a model."""

from __future__ import annotations

from align.cli.warnings import warn
from align.engine.neural.description import ENCODER
from align.engine.neural.models import Model
from align.engine.neural.sentences import LANGS, USEFUL
from align.engine.neural.trial import Trial, trial


def way(model: Model) -> str:
    """How a model compares texts, or what it translates."""
    told = model.description
    if told.kind == ENCODER:
        how = {"tokens": "token by token"}.get(told.pooling, told.pooling)
        return f"{how}, {' '.join(told.langs)}" if told.langs else how
    if told.tokens:
        return f"{len(told.tokens)} languages"
    return " to ".join(told.langs)


def tested(model: Model) -> Trial | None:
    """The trial of a model on the built-in sentences, with a warning where it is of no use; None where it knows neither language."""
    found = trial(model)
    if found is None:
        warn(f"{model.name}: does not know {LANGS[0]} and {LANGS[1]}: the built-in sentences cannot test it")
    elif found.right < USEFUL:
        warn(
            f"{model.name}: finds the translation of only {found.right:.0%} of {found.sentences} sentences: is it made for this, and "
            "was it fed as it wants to be (--pooling, --prefix)?"
        )
    return found
