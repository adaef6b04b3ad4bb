"""`python -m generator` is `archive`."""

from generator.cli import main

if __name__ == "__main__":
    main()
