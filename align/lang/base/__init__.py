"""Every language without a package of its own."""
