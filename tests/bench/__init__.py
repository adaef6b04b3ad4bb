"""Measurements: ratios between builds run side by side, never seconds that a test asserts."""
