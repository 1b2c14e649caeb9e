"""What becomes of findings: how grave they are, which are known, decided or silenced."""
