"""Models that the user has: sentence encoders and translators in CTranslate2 folders. Imported only where an engine asks for one."""
