"""The archive's own words, and how they are said in the languages of the interface."""
