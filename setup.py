"""The packages: all folders of align/, and seeds/ as align.seeds. Everything else is in setup.cfg."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["align", "align.*"]), "align.seeds"],
    package_dir={"align.seeds": "seeds"},
)
