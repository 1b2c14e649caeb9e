"""Numbers for inline codes: the same code of source and target has the same one, and so have the two of a pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from align.about import ALONE, CLOSE, OPEN, Code


class Numbers:
    """Of one unit; given in the order in which its codes are asked for."""

    def __init__(self) -> None:
        self.known: dict[tuple[bool, str], int] = {}
        self.given = 0

    def of(self, code: Code) -> int:
        """The number of a code; of one without an id a new one."""
        key = code.kind == ALONE, code.id
        if not code.id or key not in self.known:
            self.given += 1
            self.known[key] = self.given
            return self.given
        return self.known[key]

    def pairs(self, codes: Sequence[Code]) -> Mapping[int, int]:
        """Places of codes that are one of a pair -> the number of that pair."""
        return {place: number for number, pair in enumerate(paired(codes), 1) for place in pair}


def paired(codes: Sequence[Code]) -> list[tuple[int, int]]:
    """The places of the beginning and the end of each pair, in the order in which they begin."""
    begun: dict[str, list[int]] = {}
    found = []
    for k, code in enumerate(codes):
        if code.kind == OPEN:
            begun.setdefault(code.id, []).append(k)
        elif code.kind == CLOSE and begun.get(code.id):
            found.append((begun[code.id].pop(), k))
    return sorted(found)
