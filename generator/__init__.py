"""A static site generator for a curated incident archive."""
