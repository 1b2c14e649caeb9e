"""python -m align: the command line."""

from align.cli import main

if __name__ == "__main__":
    main()
