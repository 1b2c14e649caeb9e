"""A quantity in figures, as Esperanto writes it."""

from __future__ import annotations

from align.lang.base.figures import Figures
from align.values import Quantity

ESPERANTO = Figures(
    "eo", ((10**6, "milionoj"), (10**3, "mil")), about="ĉirkaŭ {}", over="pli ol {}", under="ĝis {}", least="almenaŭ {}",
    to=" ĝis ", times="-oble", joint=" kaj ", plural=True,
)  # fmt: skip


def figures(quantity: Quantity) -> str:
    return ESPERANTO.words(quantity)
