"""Data name the site only by an address that leads there from elsewhere."""

import pytest

from generator.publishing.site_address import public_address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "http://127.0.0.1:8000/",
        "http://127.8.9.1/sub/",
        "http://localhost:8000/",
        "http://LOCALHOST./",
        "http://preview.localhost/",
        "http://[::1]:8000/",
        "http://0.0.0.0:8000/",
        "http://[::]/",
        "/sub/",
    ],
)
def test_an_address_of_this_machine_is_none(address: str | None) -> None:
    """An address that is unset, or that leads every reader to their own machine, is not passed on."""
    assert public_address(address) is None


@pytest.mark.parametrize(
    "address", ["https://example.org/sub/path/", "http://192.0.2.7:8000/", "https://localhost.example.org/"]
)
def test_any_other_address_stays(address: str) -> None:
    """Any other address is passed on unchanged."""
    assert public_address(address) == address
