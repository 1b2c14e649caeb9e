"""Folders whose modules each declare one thing, as `FORMAT = Format(...)`: a file that is put there is known, and no table is kept.

What is declared is read from the source, so that who asks for names and extensions waits for no import.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, TypeVar


class Placed(Protocol):
    """What stands somewhere in the lists of its kind."""

    @property
    def place(self) -> int: ...


Kind = TypeVar("Kind", bound=Placed)


@dataclass(frozen=True, slots=True)
class Late:
    """A function of a module that is imported when it is called."""

    module: str
    name: str

    def __call__(self, *args: Any, **named: Any) -> Any:
        return getattr(import_module(self.module), self.name)(*args, **named)


class Folder(Mapping[str, Kind]):
    """Name -> what the module of that name declares, by its `place` and then by name; modules that declare nothing are shared parts.

    Functions in it are imported when they are called.
    """

    def __init__(self, package: str, attribute: str, kind: Callable[..., Kind], dashed: bool = False) -> None:
        """`dashed`: the names have - where those of the files have _."""
        self.package, self.attribute, self.kind, self.dashed = package, attribute, kind, dashed

    @cached_property
    def found(self) -> dict[str, Kind]:
        declared = {}
        for info in iter_modules(import_module(self.package).__path__):
            module = f"{self.package}.{info.name}"
            spec = info.module_finder.find_spec(module, None)
            data = spec.loader.get_data(spec.origin) if spec and spec.loader else b""  # type: ignore[attr-defined]
            value = self._declared(module, data.decode().replace("\r\n", "\n"))
            if value is not None:
                declared[info.name.replace("_", "-") if self.dashed else info.name] = value
        return dict(sorted(declared.items(), key=lambda item: (item[1].place, item[0])))

    def __getitem__(self, name: str) -> Kind:
        return self.found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def _declared(self, module: str, source: str) -> Kind | None:
        """What a module declares, from its source; one that does it in other than plain words is imported."""
        statement = re.search(rf"^{self.attribute} = (?:.*\)$|(?s:.*?)^\))", source, re.MULTILINE)
        if not statement:
            return None
        call = ast.parse(statement[0]).body[0].value  # type: ignore[attr-defined]
        try:
            args = [_value(arg, module, source) for arg in call.args]
            return self.kind(*args, **{word.arg: _value(word.value, module, source) for word in call.keywords})
        except ValueError:
            value: Kind = getattr(import_module(module), self.attribute)
            return value


def _value(node: ast.expr, module: str, source: str) -> Any:
    """What an argument is: a literal, the module's name or docstring, or a function of the module. ValueError for any other."""
    if not isinstance(node, ast.Name):
        return ast.literal_eval(node)
    if node.id == "__name__":
        return module
    if node.id == "__doc__":
        quoted = re.match(r'"""(?s:.*?)"""', source)
        return ast.literal_eval(quoted[0]) if quoted else None
    return Late(module, node.id)
