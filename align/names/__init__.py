"""Which English name renders which Korean one: by gazetteer, by sound, and by what the article itself says elsewhere."""
