"""Chinese, simplified and traditional."""

from align.lang import Language

LANGUAGE = Language("zh", "Chinese", about=("约", "約", "约合", "約合", "折合"))
