"""Duplicate rules: one item and one event stand once."""
