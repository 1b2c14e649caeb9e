"""Kinds of files that are no text and have no reader: they are refused by name, since read as text they would be noise."""

from __future__ import annotations

from align.errors import InputError

KINDS = {
    extension: (kind, advice)
    for extensions, kind, advice in (
        ("pdf", "a PDF", "save its text as .txt or .docx"),
        ("hwp", "an HWP file of the old format", "save it as .hwpx"),
        ("doc dot odt rtf wps", "a document of a word processor", "save it as .docx"),
        ("xls xlsx ods ppt pptx odp", "a sheet or slides", "save its text as .txt"),
        ("po pot mo resx", "a catalogue of messages", "convert it to TMX or XLIFF for align tm add (po2tmx)"),
        ("png jpg jpeg gif webp svg ico bmp tif tiff psd", "a picture", "its text is needed"),
        ("mp3 mp4 m4a mov avi mkv wav ogg webm", "sound or film", "its subtitles are read (.srt, .vtt)"),
        ("zip gz bz2 xz 7z tar rar tgz zst", "an archive", "unpack it"),
        ("exe dll so dylib bin wasm class pyc jar woff woff2 ttf otf eot", "a program or font", "its text is needed"),
        ("ipynb parquet sqlite db", "a container of other things", "export its text"),
    )
    for extension in extensions.split()
}  # fmt: skip
"""Extension -> what such a file is, and what to do."""


def refuse(name: str, extension: str) -> None:
    """InputError for a file of such a kind."""
    if extension in KINDS:
        kind, advice = KINDS[extension]
        raise InputError(name, f"{kind} (.{extension}) is not read as an article", advice)
