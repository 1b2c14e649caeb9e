"""Learning what ships in seeds/, and what users learn from their own memories."""
