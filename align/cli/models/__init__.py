"""The commands of `align model`: one file each, and one line in the table of `align.cli.model`."""
