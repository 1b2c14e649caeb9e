"""The commands of `align tm`: one file each, and one line in the table of `align.cli.tm`."""
