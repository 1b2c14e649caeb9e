"""Esperanto lines that nobody translates."""

RIGHTS = "ĉiuj rajtoj rezervitaj"
BYLINE = r"^De \w+ \w+, raportisto$"
NOTICE = "Abonu nin|Publikigita"
FURNITURE = {"caption": r"^Foto:"}
