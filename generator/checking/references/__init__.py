"""Reference rules: what records name in one another exists, once, and leads somewhere."""
