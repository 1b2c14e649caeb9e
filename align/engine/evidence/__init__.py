"""Evidence: what speaks for two pieces of text being translations of each other."""
