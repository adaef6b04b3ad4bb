"""Style rules: the archive's own voice and its titles."""
