"""The translation memory: one SQLite file with all units, what is known of each, and an index to search them by."""
