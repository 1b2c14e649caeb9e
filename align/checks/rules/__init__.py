"""One finding of an editor a file: `check` yields its findings."""
