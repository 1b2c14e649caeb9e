"""The best way to pair the items of two lists: the small assignment problem, solved by shortest augmenting paths.

Kuhn (1955) and Munkres (1957), in the form of Jonker and Volgenant (1987): cubic in the shorter list, a dozen values at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def best_pairs(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """(row, column) pairs, each row and column in one at most, whose gains sum to the most; none of a gain of 0 or less.

    >>> best_pairs([[3, 2], [3, 0]]), best_pairs([[0]]), best_pairs([])
    ([(0, 1), (1, 0)], [], [])
    """
    rows, columns = len(gains), max(map(len, gains), default=0)
    if not rows or not columns:
        return []
    turned = rows > columns
    table = [[gains[i][j] for i in range(rows)] for j in range(columns)] if turned else gains
    held = _columns([[-max(gain, 0.0) for gain in row] for row in table])
    pairs = [(i, j) for i, j in enumerate(held) if table[i][j] > 0]
    return sorted((j, i) if turned else (i, j) for i, j in pairs)


def _columns(costs: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row in the cheapest assignment; there are no more rows than columns."""
    wide = len(costs[0])
    row_price, column_price = [0.0] * len(costs), [0.0] * wide
    owner = [-1] * wide  # the row that has a column
    for row in range(len(costs)):
        least, before = [inf] * wide, [-1] * wide  # the shortest way to each column, and the column it comes from
        done = [False] * wide
        column, at, far = -1, row, 0.0
        while at >= 0:
            for j in range(wide):
                if not done[j] and (way := far + costs[at][j] - row_price[at] - column_price[j]) < least[j]:
                    least[j], before[j] = way, column
            column = min((j for j in range(wide) if not done[j]), key=least.__getitem__)
            done[column], far, at = True, least[column], owner[column]
        row_price[row] += far
        for j in range(wide):
            if done[j] and j != column:
                row_price[owner[j]] += far - least[j]
                column_price[j] -= far - least[j]
        while column >= 0:  # along the way back everybody takes the next column
            earlier = before[column]
            owner[column] = owner[earlier] if earlier >= 0 else row
            column = earlier
    found = [0] * len(costs)
    for column, row in enumerate(owner):
        if row >= 0:
            found[row] = column
    return found
