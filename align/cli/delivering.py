"""What `align build` and `align tm export` deliver: options that choose units and files, and the writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from align.checks import SEVERITIES
from align.cli.options import stamp, tags
from align.files import spared
from align.formats import FORMATS, delivered, of_memory
from align.formats.options import Options
from align.memory.export import deliver
from align.memory.flags import FLAGS, UNWANTED
from align.memory.selection import Selection
from align.memory.store import Store


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files that are asked for, and what is in them."""

    outputs: tuple[str, ...]
    to: str | None
    selection: Selection
    options: Options
    split: int

    def checked(self, inputs: Iterable[str | None]) -> None:
        """InputError for an output of no known format, OutputError for one that is an input; a usage error for two of one name.

        All of them before any work is done.
        """
        for path in self.outputs:
            of_memory(path, self.to or "")
        if len(set(self.outputs)) < len(self.outputs):
            raise click.BadParameter("two outputs of one name", param_hint="-o")
        if self.split and "-" in self.outputs:
            raise click.UsageError("--split needs files: standard output is one")
        spared(self.outputs, inputs)

    def of_several(self) -> None:
        """A usage error for an output that cannot hold units of more than two languages."""
        for path in self.outputs:
            if not FORMATS[name := of_memory(path, self.to or "")].variants:
                raise click.UsageError(
                    f"{path}: {name} holds two languages: deliver it with `align tm export --source-lang --target-lang`"
                )

    def write(self, store: Store) -> dict[str, int]:
        """Write every output; file -> how many units."""
        return deliver(store, self.selection, self.outputs, self.options, self.split, self.to or "")


def delivery(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a delivery, given to the command as `delivery`."""

    @wraps(command)
    def wrapped(
        outputs: tuple[str, ...],
        to: str | None,
        min_confidence: float,
        max_ratio: float | None,
        dedup: bool,
        drop: tuple[str, ...],
        keep: tuple[str, ...],
        without_findings: str | None,
        split: int | None,
        tmx_lang: str | None,
        created: str | None,
        **others: Any,
    ) -> Any:
        without = tuple(flag for flag in FLAGS if (flag in UNWANTED or flag in drop) and flag not in keep)
        chosen = Selection(
            min_confidence, max_ratio or 0.0, findings=without_findings or "", duplicates=not dedup, without=without
        )
        options = Options(*tags(tmx_lang), stamp(created))
        return command(delivery=Delivery(outputs, to, chosen, options, split or 0), **others)

    for option in (
        click.option(
            "--created",
            metavar="YYYYMMDDThhmmssZ",
            help="Creation date of new units; default: SOURCE_DATE_EPOCH, else now; 'no' for none.",
        ),
        click.option("--tmx-lang", metavar="ko-KR,en-US", help="Language tags in the output."),
        click.option("--split", type=click.IntRange(min=1), metavar="N", help="At most N units to a file."),
        click.option(
            "--without-findings",
            type=click.Choice(SEVERITIES),
            help="Leave out units with findings from this severity.",
        ),
        click.option(
            "--keep", multiple=True, type=click.Choice(FLAGS), help="Deliver units with this flag; repeatable."
        ),
        click.option(
            "--drop", multiple=True, type=click.Choice(FLAGS), help="Do not; by default: " + ", ".join(UNWANTED) + "."
        ),
        click.option("--dedup/--no-dedup", default=True, help="One of several units that say the same; default: yes."),
        click.option("--max-ratio", type=click.FloatRange(min=1), metavar="X", help="Times that a side may be longer."),
        click.option(
            "--min-confidence",
            type=click.FloatRange(0, 1),
            default=0.0,
            metavar="P",
            help="Only units as sure as this.",
        ),
        click.option("--to", metavar="FORMAT", help="Format, where the extension does not say it."),
        click.option(
            "-o",
            "--output",
            "outputs",
            multiple=True,
            metavar="OUT",
            help=f"{', '.join(delivered())} by extension, .gz too; repeatable.",
        ),
    ):
        wrapped = option(wrapped)
    return wrapped
