"""Groups whose commands are imported when they are called, so that --help stays fast."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from align.cli.completing import known


class Lazy(click.Group):
    """A group of the modules of a package: each has a `command`."""

    def __init__(self, table: Mapping[str, str], package: str, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.table, self.package = table, package

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.table:
            return None
        command: click.Command = import_module(f"{self.package}.{name}").command
        return known(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.table.items()))
