"""Which name of one side renders which of the other: by gazetteer, by sound, and by what the article itself says elsewhere."""
