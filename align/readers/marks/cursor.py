"""A place in a line, with the column that it stands in: a tab goes on to the next fourth column, and may be used up in part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Cursor:
    """In file[at:end]."""

    file: str
    at: int = 0
    end: int = 0
    column: int = 0
    spare: int = 0
    """Columns of a tab that are left."""

    def start(self, start: int, end: int) -> None:
        """Stand at the beginning of a line."""
        self.at, self.end, self.column, self.spare = start, end, 0, 0

    def indent(self) -> tuple[int, int]:
        """How many columns of white space are ahead, and where they end."""
        at, column = self.at, self.column
        while at < self.end and self.file[at] in " \t":
            column += 4 - column % 4 if self.file[at] == "\t" else 1
            at += 1
        return column - self.column + self.spare, at

    def skip(self, columns: int) -> None:
        """Go on by so many columns of white space; a tab may be left in part."""
        while columns > 0 and (self.spare or (self.at < self.end and self.file[self.at] in " \t")):
            if not self.spare:
                self.spare = 4 - self.column % 4 if self.file[self.at] == "\t" else 1
                self.column += self.spare
                self.at += 1
            taken = min(columns, self.spare)
            self.spare -= taken
            columns -= taken

    def to(self, at: int) -> None:
        """Go to an offset behind marks."""
        columns, white = self.indent()
        if white <= at:
            self.skip(columns)
        self.column += at - self.at
        self.at = at
