"""Editorial rules: statuses, dates in order, attribution, precision, provenance."""
