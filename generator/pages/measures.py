"""Numbers of kilometres and degrees, as sentences give them."""


def rounded(number: float) -> int | float:
    """A number without the digits that say nothing: `5.0` is 5, `34.25` stays."""
    return int(number) if number == int(number) else float(f"{number:g}")
