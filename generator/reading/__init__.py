"""From files to raw records: text, YAML and a position for every key and value."""
