"""New records in the making: answers from a person, a file or an issue, filled into drafts and checked."""
