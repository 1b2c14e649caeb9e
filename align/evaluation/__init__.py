"""How good an alignment is: gold, and what is measured against it."""
