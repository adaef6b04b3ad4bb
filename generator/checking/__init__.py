"""Raw records to typed records or findings: the rules, each with its message, why and examples."""
