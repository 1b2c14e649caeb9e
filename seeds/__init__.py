"""What the toolkit knows before it reads: see NOTICE.md."""
