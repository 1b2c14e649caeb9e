"""From two segmented documents to their alignment: evidence, search, and what models add."""
