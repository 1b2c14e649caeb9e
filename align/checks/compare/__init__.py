"""What of the translation answers what of the source, what is in its place, and what is missing."""
