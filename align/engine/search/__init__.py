"""Search: from prices to alignments. Pure, knows no language."""
