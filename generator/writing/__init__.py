"""The record writer: the reader's counterpart, from values to record files."""
