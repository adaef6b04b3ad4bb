"""The way out of a finding, as every form for people words it."""

from generator.reading.finding import Finding

_DOUBTFUL = " (check that it is what you mean)"


def way_out(finding: Finding) -> str:
    """What to write instead; empty where there is nothing to say that the message does not say.

    A suggestion that may change what the author meant is offered with a doubt.
    """
    suggestion = finding.suggestion
    written = suggestion.replacement.strip() if suggestion else ""
    way = finding.help
    if suggestion is not None and not way:
        way = f"write `{written}`" if written else "remove it"
    if _without_marks(finding.message).endswith(_without_marks(way)):
        return ""
    if suggestion is not None and suggestion.safety == "unsafe" and written and way.endswith(f"`{written}`"):
        return way + _DOUBTFUL
    return way


def _without_marks(words: str) -> str:
    return words.replace("`", "").rstrip(".")
