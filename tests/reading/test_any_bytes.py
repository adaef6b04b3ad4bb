"""Whatever a stranger sends: no exception, and every finding inside the file."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.reading.record_file import read_record

INCIDENT = (
    "---\nid: syb-4k7m2xq\ntitle: Synthetic attack, محافظة الحسكة\ndate:\n  value: XXXX-12-31\n"
    "reports:\n  - {url: 'https://example.org/', source: sohr}\n---\nOne sentence.\n\nTwo.\n"
).encode()


@st.composite
def damaged(draw):
    """A good record with a stretch of bytes cut out and others put in."""
    start = draw(st.integers(0, len(INCIDENT)))
    end = draw(st.integers(start, len(INCIDENT)))
    new = draw(
        st.one_of(
            st.binary(max_size=12),
            st.sampled_from(
                [
                    b"\r",
                    b"\r\n",
                    b"\t",
                    b"'",
                    b'"',
                    b"[",
                    b"{",
                    b"- ",
                    b": ",
                    b" #x",
                    b"*a",
                    b"&a",
                    b"!",
                    b"%",
                    b"---\n",
                    b"...\n",
                    b"<<: ",
                    b"\\",
                    b"\xe2\x80\xae",
                    b"\xef\xbb\xbf",
                    b"\xe2\x80\xa8",
                    b"\xc2\x85",
                    b"\x00",
                    b"<<<<<<< a\n",
                    b"? ",
                    b"|\n",
                    b">\n",
                ]
            ),
        )
    )
    return INCIDENT[:start] + new + INCIDENT[end:]


@settings(max_examples=1500, deadline=None)
@given(
    data=st.one_of(damaged(), st.binary(max_size=200), st.text(max_size=80).map(str.encode)),
    path=st.sampled_from(["x.md", "x.yml"]),
)
@example(data=b"YES", path="x.yml")
@example(data=b"*a", path="x.yml")
def test_any_bytes_give_a_record_or_a_finding_inside_the_file(data, path):
    """Any bytes give a record or a finding; a span lies within the file's lines."""
    record, findings = read_record(data, path=path, kind="incident")
    assert record is not None or any(finding.level == "error" for finding in findings)
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n")
    lines = text.split("\n")
    for finding in findings:
        if finding.span is None:
            continue
        span = finding.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert finding.message.isprintable()
        assert finding.help.isprintable()


def test_a_record_cut_anywhere_is_whole_or_refused():
    """No half of a record passes for a whole one with other keys or values."""
    whole, _ = read_record(INCIDENT, path="x.md", kind="incident")
    keys_end = INCIDENT.index(b"\n---\n") + 5
    for length in range(keys_end):
        record, findings = read_record(INCIDENT[:length], path="x.md", kind="incident")
        assert any(finding.level == "error" for finding in findings)
        assert record is None or record.broken
    assert whole is not None
