"""How Esperanto articles say when they were published: Publikigita: 2024-11-07."""

from align.lang.base.published import Published

PUBLISHED = Published(mark="Publikigita")
