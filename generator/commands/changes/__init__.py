"""What a change does to the archive, against another commit."""
