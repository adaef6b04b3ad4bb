"""Fresh ids for an archive as it was read."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_archive import GOOD, STRIKE, WriteArchive

from generator.checking.minting import NO_PREFIX, minter
from generator.model.ids import is_id
from generator.reading.folder import Reading, read_archive
from generator.reading.record_file import read_record


def cycling(*signs: str) -> Callable[[str], str]:
    """A `choose` that fills each id with one of these signs, and with the next one for the next id."""
    drawn = iter("".join(sign * 7 for sign in signs))
    return lambda _: next(drawn)


def test_ids_have_the_archives_prefix(write_archive: WriteArchive) -> None:
    """A fresh id begins with the prefix of `archive.yml`."""
    assert minter(read_archive(write_archive(GOOD)), lambda _: "0")() == "syb-0000000"
    other = {**GOOD, "archive.yml": GOOD["archive.yml"].replace("id_prefix: syb", "id_prefix: other")}
    assert minter(read_archive(write_archive(other)), lambda _: "0")() == "other-0000000"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "id_prefix: SYB\n",
        "id_prefix: toolong\n",
        "id_prefix: x\n",
        "id_prefix: 12\n",
        "id_prefix: [syb]\n",
        "id_prefix: s-b\n",
        'id_prefix: "syb\\n"\n',
    ],
)
def test_without_a_good_prefix_a_placeholder_stands(write_archive: WriteArchive, line: str) -> None:
    """Where the settings give no prefix of the right form, an id of the right shape is minted all the same."""
    files = {**GOOD, "archive.yml": GOOD["archive.yml"].replace("id_prefix: syb\n", line)}
    minted = minter(read_archive(write_archive(files)), lambda _: "0")()
    assert minted == f"{NO_PREFIX}-0000000"
    assert is_id(minted)


def test_without_settings_a_placeholder_stands() -> None:
    """An empty archive mints ids too."""
    assert minter(Reading((), ()), lambda _: "0")() == f"{NO_PREFIX}-0000000"


def test_an_id_of_the_archive_is_not_minted(write_archive: WriteArchive) -> None:
    """An id that a record bears is drawn again, even where the record has other faults."""
    files = {
        **GOOD,
        STRIKE: GOOD[STRIKE].replace("syb-4k7m2xq", "syb-0000000").replace("type: air-drone-strike", "type: nonsense"),
    }
    assert minter(read_archive(write_archive(files)), cycling("0", "1"))() == "syb-1111111"


def test_no_id_is_given_twice(write_archive: WriteArchive) -> None:
    """An id just minted is taken for the next one."""
    mint = minter(read_archive(write_archive(GOOD)), cycling("0", "0", "1", "0", "1", "2"))
    assert [mint(), mint(), mint()] == ["syb-0000000", "syb-1111111", "syb-2222222"]


def test_two_minters_know_nothing_of_one_another(write_archive: WriteArchive) -> None:
    """A minter keeps what it gave to itself: the same draw over the same archive gives the same ids."""
    reading = read_archive(write_archive(GOOD))
    one, other = (minter(reading, random.Random(7).choice) for _ in range(2))
    assert [one() for _ in range(5)] == [other() for _ in range(5)]


@given(
    st.lists(st.text("0123", min_size=7, max_size=7), max_size=6), st.integers(1, 6), st.randoms(use_true_random=False)
)
def test_minted_ids_are_fresh(taken: list[str], number: int, chance: random.Random) -> None:
    """Whatever is taken and drawn, ids have the shape, are not taken and differ from one another."""
    raw = [read_record(b"id_prefix: syb\n", path="incidents/archive.yml", kind="settings")[0]]
    raw += [
        read_record(f"id: syb-{signs}\n".encode(), path=f"incidents/records/{signs}.yml", kind="incident")[0]
        for signs in taken
    ]
    mint = minter(
        Reading(tuple(record for record in raw if record is not None), ()), lambda signs: chance.choice(signs[:4])
    )
    minted = [mint() for _ in range(number)]
    assert all(is_id(one) and one.startswith("syb-") for one in minted)
    assert len({*minted, *(f"syb-{signs}" for signs in taken)}) == number + len(set(taken))
