"""History rules: what became of published records since another commit."""
