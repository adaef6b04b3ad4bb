"""Web addresses: what is refused, and how two citations of one page are recognised."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.model.web_address import WebAddress, canonical_address, check_web_address, host_of

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "url-wpt"

ENCODE = "holds a space, a letter outside ASCII or a sign that addresses must percent-encode; copy it from the browser's address bar"
SCHEME = "must begin with http:// or https://"
UNOPENED = "is not a web address that a browser can open"
USER = "must not hold a user name before the host (`@`)"
PORT = "must not name a port"
QUOTED = "begins or ends with a quotation mark: put marks on both sides of the value, or none"
DOTS = "must not hold `/./` or `/../`, which browsers leave out; copy it from the browser's address bar"


def refusal(text: str) -> str | None:
    """Why an address is refused, or None."""
    try:
        assert check_web_address(text) == text
    except PydanticCustomError as error:
        return error.message()
    return None


def corpus(name: str) -> list[dict[str, Any]]:
    """The cases of a file of the corpus, without its comments."""
    return [case for case in json.loads((CORPUS / name).read_text(encoding="utf-8")) if isinstance(case, dict)]


label = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True)
ending = st.sampled_from(["org", "com", "example", "co.uk", "xn--mgbaam7a8h"])
hosts = st.builds(
    "{}.{}".format,
    st.lists(st.one_of(label, st.sampled_from(["www", "m", "amp"])), min_size=1, max_size=4).map(".".join),
    ending,
)
signs = st.text("abzAZ019-._~!$&()*+,;=:@%/[]", max_size=30)
rest = st.builds(
    "{}{}{}".format,
    st.one_of(st.just(""), signs.map("/{}".format), st.sampled_from(["/amp", "/a/amp/", "/amp/amp", "/a//", "/amp//"])),
    st.one_of(
        st.just(""),
        st.lists(
            st.sampled_from(
                ["utm_source=x", "id=1", "id=2", "q", "=", "a=b=c", "%FF", "%zz", "fbclid=1", "+", "A=%41"]
            ),
            max_size=5,
        ).map(lambda parts: "?" + "&".join(parts)),
    ),
    st.one_of(st.just(""), signs.map("#{}".format)),
)
addresses = st.builds("{}://{}{}".format, st.sampled_from(["http", "https"]), hosts, rest)
"""Addresses of which most are accepted."""


@pytest.mark.parametrize("case", corpus("urltestdata.json"), ids=lambda case: repr(case["input"])[:60])
def test_what_is_shown_is_where_the_link_leads(case: dict[str, Any]) -> None:
    """A text of the browsers' own test suite is refused, or a browser opens exactly that text, but for a bare host's slash."""
    text = case["input"]
    if refusal(text) is None:
        bare = re.fullmatch(r"https?://[^/?#]+", text)
        assert case.get("href") == (text + "/" if bare else text)


@pytest.mark.parametrize("case", corpus("toascii.json"), ids=lambda case: ascii(case["input"])[:60])
def test_a_host_is_written_as_a_browser_writes_it(case: dict[str, Any]) -> None:
    """A host of the browsers' own test suite is refused, or is the very host a browser goes to."""
    if refusal(f"https://{case['input']}/") is None:
        assert case["output"] == case["input"]


def test_the_corpus_does_not_pass_unseen() -> None:
    """Of the corpus, addresses are accepted and refused in the numbers known, so that neither test above is empty."""
    accepted = [case["input"] for case in corpus("urltestdata.json") if refusal(case["input"]) is None]
    assert (len(corpus("urltestdata.json")), len(accepted)) == (891, 28)
    hosts = [case["input"] for case in corpus("toascii.json") if refusal(f"https://{case['input']}/") is None]
    assert (len(corpus("toascii.json")), len(hosts)) == (87, 8)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "https://example.org/",
        "http://example.org/a/b.html",
        "https://www.example.co.uk/?q=1#top",
        "https://example.org/%D8%B9",
        "https://xn--mgbh0fb.example/",
        "https://web.archive.org/web/2024/https://example.org/a",
        "https://example.org/it's",
        "https://example.org/a..b/.well-known/...",
        "https://a_b.example/",
        "https://1.example/",
    ],
)
def test_public_addresses_are_accepted(text: str) -> None:
    """An http or https address of a public host is accepted unchanged."""
    assert TypeAdapter(WebAddress).validate_python(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", ENCODE),
        ("https://example.org/a b", ENCODE),
        ("https://example.org/\n", ENCODE),
        ("https://example.org/عين", ENCODE),
        ("https://exаmple.org/", ENCODE),
        ("https://example.org\\@evil.example/", ENCODE),
        ("https://example.org/{a}", ENCODE),
        ('"https://example.org/', QUOTED),
        ("https://example.org/'", QUOTED),
        ("javascript:alert(1)", SCHEME),
        ("data:text/html,x", SCHEME),
        ("//example.org/", SCHEME),
        ("https:/example.org/", SCHEME),
        ("https:///example.org/", SCHEME),
        ("HTTPS://example.org/", SCHEME),
        ("www.example.org", SCHEME),
        ("https://[::1", UNOPENED),
        ("https://example.org:99999/", UNOPENED),
        ("https://example.org@evil.example/", USER),
        ("https://user:secret@example.org/", USER),
        ("https://example.org:8080/", PORT),
        ("http://example.org:80/", PORT),
        ("https://example.org:443/", PORT),
        ("https://example.org:/", PORT),
        ("https://127.0.0.1/", "must lead to a public host, not `127.0.0.1`"),
        ("https://2130706433/", "must lead to a public host, not `2130706433`"),
        ("https://0x7f.1/", "must lead to a public host, not `0x7f.1`"),
        ("https://[::1]/", "must lead to a public host, not `::1`"),
        ("https://localhost/", "must lead to a public host, not `localhost`"),
        ("https://router.local/", "must lead to a public host, not `router.local`"),
        ("https://example.org./", "must lead to a public host, not `example.org.`"),
        ("https://-a.example/", "must lead to a public host, not `-a.example`"),
        ("https://a..example/", "must lead to a public host, not `a..example`"),
        ("https://Example.org/", "must write its host in small letters: `example.org`"),
        ("https://example.org/a/../b", DOTS),
        ("https://example.org/a/%2E%2e", DOTS),
        ("https://example.org/./a", DOTS),
        ("https://example.org/?q='a'&b", "must write `'` behind the `?` as `%27`"),
    ],
)
def test_misleading_addresses_are_refused(text: str, reason: str) -> None:
    """What a browser would lead elsewhere, or could not lead a reader to, is refused with its reason."""
    assert refusal(text) == reason


def test_a_long_address_is_refused() -> None:
    """An address has at most a thousand characters."""
    start = "https://example.org/"
    assert len(TypeAdapter(WebAddress).validate_python(start + "a" * (1000 - len(start)))) == 1000
    with pytest.raises(ValidationError):
        TypeAdapter(WebAddress).validate_python(start + "a" * (1001 - len(start)))


@given(st.one_of(addresses, st.text(max_size=40), st.text(max_size=40).map("https://{}".format)))
def test_an_accepted_address_reads_back_as_itself(text: str) -> None:
    """Taken apart and put together again, an accepted address is the same, but for an empty `?` or `#`."""
    if refusal(text) is None:
        parts = urlsplit(text)
        assert parts.scheme in ("http", "https")
        assert (parts.username, parts.password, parts.port, parts.hostname) == (None, None, None, parts.netloc)
        assert parts.geturl() == re.sub(r"\?(?=#|$)", "", text.removesuffix("#") if text.count("#") == 1 else text)


@given(addresses)
@example("https://www.m.example.org/a/amp/amp//")
@example("https://www.com/")
@example("https://m.amp/amp")
def test_the_canonical_form_is_its_own(text: str) -> None:
    """The canonical form of an address is its own canonical form."""
    assume(refusal(text) is None)
    once = canonical_address(text)
    assert canonical_address(f"https://{once}") == once


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.org/a/", "https://example.org/a"),
        ("https://m.example.org/a", "https://www.example.org/a#top"),
        ("https://amp.example.org/a/amp/", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=1&fbclid=2", "https://example.org/a?id=1"),
        ("https://example.org/a?b=1&a=2", "https://example.org/a?a=2&b=1"),
        ("https://example.org", "https://example.org/"),
    ],
)
def test_one_page_under_two_addresses(one: str, other: str) -> None:
    """Scheme, mobile hosts, tracking, order of parameters, fragment and a final slash do not make another page."""
    assert canonical_address(one) == canonical_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/A", "https://example.org/a"),
        ("https://news.example.org/a", "https://example.org/a"),
        ("https://www.com/a", "https://m.com/a"),
        ("https://example.org/camp", "https://example.org/c"),
        ("https://example.org/a?id", "https://example.org/a"),
    ],
)
def test_two_pages_stay_two(one: str, other: str) -> None:
    """Another path, host or parameter makes another page."""
    assert canonical_address(one) != canonical_address(other)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://news.example.org", "news.example.org"),
        ("https://www2.example.org/", "www2.example.org"),
    ],
)
def test_the_host_shown(url: str, host: str) -> None:
    """Beside a link stands the host it leads to, without `www.`."""
    assert host_of(url) == host
