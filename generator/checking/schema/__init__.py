"""Schema rules: what each key takes, told in the contributor's words."""
