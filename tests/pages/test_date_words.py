"""Dates and times in words, in English and in Arabic."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import PARTS_OF_DAY, DateError, Edtf, parse_edtf, parse_time
from generator.pages.date_phrases import ENGLISH, ENGLISH_SHORT
from generator.pages.date_words import (
    date_words,
    date_words_short,
    day_words,
    month_name,
    month_name_short,
    month_words,
    time_words,
)
from generator.publishing.catalogue_file import read_catalogue
from generator.texts.text import said

ROOT = Path(__file__).resolve().parents[2]
ARABIC = read_catalogue(ROOT / "site_templates" / "texts", "ar")


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("unknown", "date not known", "date ?"),
        ("2023", "2023", "2023"),
        ("0987", "0987", "0987"),
        ("2023-12", "December 2023", "Dec 2023"),
        ("2023-12-31", "31 December 2023", "31 Dec 2023"),
        ("XXXX-12-31", "31 December, year not stated", "31 Dec, year ?"),
        ("XXXX-12", "December, year not stated", "Dec, year ?"),
        ("XXXX-12-XX", "December, year not stated, day not known", "Dec, year ?, day ?"),
        ("2023-12-XX", "December 2023, day not known", "Dec 2023, day ?"),
        ("2023-XX-XX", "2023, month not known, day not known", "2023, month ?, day ?"),
        ("2023-XX", "2023, month not known", "2023, month ?"),
        ("202X", "the 2020s, year not known", "2020s, year ?"),
        ("20XX", "2000 to 2099, year not known", "2000–2099, year ?"),
        ("202X~", "around the 2020s, year not known", "c. 2020s, year ?"),
        ("2023?", "possibly 2023 (uncertain)", "2023 (?)"),
        ("2023-12~", "around December 2023", "c. Dec 2023"),
        ("2024-01-01~", "around 1 January 2024", "c. 1 Jan 2024"),
        ("2024-01-01?", "possibly 1 January 2024 (uncertain)", "1 Jan 2024 (?)"),
        ("2024-01-01%", "possibly around 1 January 2024 (uncertain)", "c. 1 Jan 2024 (?)"),
        ("XXXX-12-31?", "possibly 31 December (uncertain), year not stated", "31 Dec (?), year ?"),
        ("2023-12-XX~", "around December 2023, day not known", "c. Dec 2023, day ?"),
        ("2023-11-12/2023-11-13", "between 12 and 13 November 2023", "12 – 13 Nov 2023"),
        ("2023-11-30/2023-12-02", "between 30 November and 2 December 2023", "30 Nov – 2 Dec 2023"),
        (
            "2023-12-31/2024-01-02",
            "between 31 December 2023 and 2 January 2024",
            "31 Dec 2023 – 2 Jan 2024",
        ),
        ("2023-11/2023-12", "between November and December 2023", "Nov – Dec 2023"),
        ("2023-11/2024-01", "between November 2023 and January 2024", "Nov 2023 – Jan 2024"),
        ("2022/2023", "between 2022 and 2023", "2022 – 2023"),
        (
            "2023-11/2023-12-03",
            "between November 2023 and 3 December 2023",
            "Nov 2023 – 3 Dec 2023",
        ),
        (
            "2023-12-31~/2024-01-02?",
            "between around 31 December 2023 and possibly 2 January 2024",
            "c. 31 Dec 2023 – 2 Jan 2024 (?)",
        ),
        (
            "2023-12-XX/2024-01-03",
            "between December 2023 (day not known) and 3 January 2024",
            "Dec 2023 (day ?) – 3 Jan 2024",
        ),
        (
            "XXXX-12-30/XXXX-12-31",
            "between 30 and 31 December, year not stated",
            "30 – 31 Dec, year ?",
        ),
        (
            "XXXX-12-31/XXXX-01-02",
            "between 31 December and 2 January, year not stated",
            "31 Dec – 2 Jan, year ?",
        ),
        (
            "XXXX-12-30/2024-01-02",
            "between 30 December (year not stated) and 2 January 2024",
            "30 Dec (year ?) – 2 Jan 2024",
        ),
        ("2023-12-31/2023-12-31", "31 December 2023", "31 Dec 2023"),
        ("../2023-12-31", "on or before 31 December 2023", "by 31 Dec 2023"),
        ("../2023-12", "in or before December 2023", "by Dec 2023"),
        ("../2023-12-31~", "around 31 December 2023 or before", "by c. 31 Dec 2023"),
        ("2024-01-01/..", "on or after 1 January 2024", "from 1 Jan 2024"),
        ("2024/..", "in or after 2024", "from 2024"),
        ("/2023-12-31", "until 31 December 2023, beginning not known", "? – 31 Dec 2023"),
        ("2023-12-31/", "from 31 December 2023, end not known", "31 Dec 2023 – ?"),
        ("/2023", "until 2023, beginning not known", "? – 2023"),
        ("[2023-12-30,2023-12-31]", "30 or 31 December 2023", "30 or 31 Dec 2023"),
        (
            "[2023-12-29,2023-12-30,2023-12-31]",
            "29, 30 or 31 December 2023",
            "29, 30 or 31 Dec 2023",
        ),
        (
            "[2023-12-31,2024-01-01]",
            "31 December 2023 or 1 January 2024",
            "31 Dec 2023 or 1 Jan 2024",
        ),
        ("[2022,2023]", "2022 or 2023", "2022 or 2023"),
        ("[2023-11,2023-12]", "November or December 2023", "Nov or Dec 2023"),
        (
            "[2023-12-10..2023-12-19]",
            "one day from 10 to 19 December 2023",
            "a day of 10 – 19 Dec 2023",
        ),
        (
            "[2023-12-08,2023-12-10..2023-12-12]",
            "8 December 2023 or one day from 10 to 12 December 2023",
            "8 Dec 2023 or a day of 10 – 12 Dec 2023",
        ),
        ("[XXXX-12-30,XXXX-12-31]", "30 or 31 December, year not stated", "30 or 31 Dec, year ?"),
        (
            "[2022-12-31,2023-12-31]",
            "31 December 2022 or 31 December 2023",
            "31 Dec 2022 or 31 Dec 2023",
        ),
        (
            "[2023-11..2024-01]",
            "one month from November 2023 to January 2024",
            "a month of Nov 2023 – Jan 2024",
        ),
        ("[2021..2023]", "one year from 2021 to 2023", "a year of 2021 – 2023"),
        ("[2023-12,2023-12-31]", "December 2023 or 31 December 2023", "Dec 2023 or 31 Dec 2023"),
        (
            "[2023-12-30~,2023-12-31]",
            "around 30 December 2023 or 31 December 2023",
            "c. 30 Dec 2023 or 31 Dec 2023",
        ),
        ("[202X,2031]", "the 2020s (year not known) or 2031", "2020s (year ?) or 2031"),
        (
            "[2023-12-10..2024]",
            "some time from 10 December 2023 to 2024",
            "within 10 Dec 2023 – 2024",
        ),
    ],
)
def test_dates_in_words(text: str, long: str, short: str) -> None:
    """A date is told in a sentence and in a list with what it states, and with what it leaves open."""
    date = parse_edtf(text)
    assert (date_words(date), date_words_short(date)) == (long, short)


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        (
            "XXXX-12-31",
            "31 December, year not stated, date of the report",
            "31 Dec, year ?, reported",
        ),
        ("2023-12-31", "31 December 2023, date of the report", "31 Dec 2023, reported"),
        ("unknown", "date not known", "date ?"),
    ],
)
def test_the_date_of_a_report(text: str, long: str, short: str) -> None:
    """A date of reporting is called one, unless no date is known."""
    date = parse_edtf(text)
    assert (
        date_words(date, anchor="reported"),
        date_words_short(date, anchor="reported"),
    ) == (long, short)


def test_months_in_words() -> None:
    """A month of a year is told by name."""
    assert month_words(2023, 12) == "December 2023"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("22:30", "22:30"),
        ("22:00/23:30", "between 22:00 and 23:30"),
        ("23:30/00:30", "between 23:30 and 00:30 the next day"),
        ("night", "at night"),
        ("early-morning", "early morning"),
    ],
)
def test_times_in_words(text: str, words: str) -> None:
    """A time is told as stated, and a span over midnight says that it ends the next day."""
    assert time_words(parse_time(text)) == words


def test_every_part_of_the_day_has_words() -> None:
    """Each part of the day a record may name has words of its own."""
    assert len({time_words(parse_time(part)) for part in PARTS_OF_DAY}) == len(PARTS_OF_DAY)


def test_both_catalogues_have_the_same_keys() -> None:
    """Words for lists exist for whatever has words for sentences."""
    assert sorted(ENGLISH_SHORT) == sorted(ENGLISH)


def _read(text: str) -> Edtf | None:
    try:
        return parse_edtf(text)
    except DateError:
        return None


days = st.dates().map(lambda day: day.isoformat())
simple_texts = st.one_of(
    days,
    days.map(lambda day: day[:7]),
    days.map(lambda day: day[:4]),
    days.map(lambda day: f"{day[:7]}-XX"),
    days.map(lambda day: f"XXXX{day[4:]}"),
    days.map(lambda day: f"{day[:3]}X"),
)
signed_texts = st.tuples(simple_texts, st.sampled_from(["", "~", "?", "%"])).map("".join)
texts = st.one_of(
    signed_texts,
    st.tuples(signed_texts, signed_texts).map("/".join),
    st.tuples(signed_texts, signed_texts).map(lambda pair: f"[{pair[0]},{pair[1]}]"),
    st.tuples(signed_texts, signed_texts).map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    st.tuples(signed_texts, st.sampled_from(["{}/..", "../{}", "/{}", "{}/"])).map(
        lambda drawn: drawn[1].format(drawn[0])
    ),
)


@given(texts.map(_read).filter(lambda date: date is not None))
def test_words_name_no_number_the_date_does_not_state(date: Edtf) -> None:
    """Every number in the words stands in the date, the ends of decades and centuries aside."""
    stated = {int(digits) for digits in re.findall(r"[0-9]+", date.text)}
    stated |= {int(digits.replace("X", "0")) for digits in re.findall(r"[0-9]{2,3}X+", date.text)}
    told = {int(digits) for digits in re.findall(r"[0-9]+", date_words(date))}
    assert told <= stated


@given(texts.map(_read).filter(lambda date: date is not None))
def test_words_keep_doubt_and_gaps(date: Edtf) -> None:
    """Words of a doubtful or approximate date say so, and so do those of a date without a year."""
    words = date_words(date)
    assert ("possibly" in words) is date.uncertain
    assert ("around" in words) is date.approximate
    if date.precision == "yearless":
        assert "year not stated" in words


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("2023-12-31", "31 كانون الأول/ديسمبر 2023", "31 ديسمبر 2023"),
        ("XXXX-12-31", "31 كانون الأول/ديسمبر، السنة غير مذكورة", "31 ديسمبر، السنة ؟"),
        ("2024-01-01%", "ربما حوالي 1 كانون الثاني/يناير 2024 (غير مؤكَّد)", "حوالي 1 يناير 2024 (؟)"),
        ("2023-11-12/2023-11-13", "بين 12 و13 تشرين الثاني/نوفمبر 2023", "12 – 13 نوفمبر 2023"),
        ("[2023-12-29,2023-12-30,2023-12-31]", "29 أو 30 أو 31 كانون الأول/ديسمبر 2023", "29 أو 30 أو 31 ديسمبر 2023"),
        ("../2023-12", "في كانون الأول/ديسمبر 2023 أو قبل ذلك", "حتى ديسمبر 2023"),
        ("[2021..2023]", "إحدى السنوات من 2021 إلى 2023", "إحدى سنوات 2021 – 2023"),
        ("unknown", "تاريخ غير معروف", "التاريخ ؟"),
    ],
)
def test_dates_in_arabic(text: str, long: str, short: str) -> None:
    """An Arabic page tells a date by both names of the month in a sentence, and by one in a list."""
    date = parse_edtf(text)
    assert (said(date_words(date), ARABIC), said(date_words_short(date), ARABIC)) == (long, short)


def test_the_date_of_a_report_in_arabic() -> None:
    """A date of reporting is called one in Arabic too."""
    date = parse_edtf("2023-12-31")
    assert said(date_words(date, anchor="reported"), ARABIC) == "31 كانون الأول/ديسمبر 2023، وهو تاريخ التقرير"


SIGNS = (
    ("possibly", "ربما"),
    ("(uncertain)", "(غير مؤكَّد)"),
    ("around", "حوالي"),
    ("not known", "غير معروف"),
    ("year not stated", "السنة غير مذكورة"),
    ("year not known", "السنة غير معروفة"),
    ("month not known", "الشهر غير معروف"),
    ("day not known", "اليوم غير معروف"),
    ("before", "قبل ذلك"),
    ("after", "بعد ذلك"),
    ("between", "بين"),
)
"""What a date leaves open, in both languages."""
SHORT_SIGNS = (
    ("(?)", "(؟)"),
    ("c. ", "حوالي "),
    ("year ?", "السنة ؟"),
    ("month ?", "الشهر ؟"),
    ("day ?", "اليوم ؟"),
    (" – ", " – "),
)


def _digits(words: str) -> list[str]:
    return re.findall(r"[0-9]+", words)


def _months(words: str, names: list[str]) -> list[int]:
    return [names.index(found) for found in re.findall("|".join(names), words)]


@given(texts.map(_read).filter(lambda date: date is not None))
def test_an_arabic_date_says_no_more_and_no_less(date: Edtf) -> None:
    """In sentences and in lists both languages have the same numbers and months in order, and as many signs of doubt."""
    for words, name, signs in (
        (date_words(date), month_name, SIGNS),
        (date_words_short(date), month_name_short, SHORT_SIGNS),
    ):
        arabic = said(words, ARABIC)
        english_names = [str(name(month)) for month in range(1, 13)]
        arabic_names = [said(name(month), ARABIC) for month in range(1, 13)]
        assert _digits(words) == _digits(arabic)
        assert _months(words, english_names) == _months(arabic, arabic_names)
        assert re.search("[A-Za-z?]", arabic) is None
        for english, sign in signs:
            assert arabic.count(sign) == words.count(english), english


@given(texts.map(_read).filter(lambda date: date is not None))
def test_an_arabic_date_leaves_the_same_choice(date: Edtf) -> None:
    """Either both languages name one of several dates, or one day of a span, or neither does."""
    words = date_words(date)
    arabic = said(words, ARABIC)
    assert (" أو " in arabic) is (" or " in words)
    assert (re.search("أحد|إحدى", arabic) is not None) is ("one " in words)
    assert ("وقت ما" in arabic) is ("some time" in words)


TIMES = st.one_of(
    st.sampled_from(PARTS_OF_DAY),
    st.times().map(lambda time: f"{time:%H:%M}"),
    st.times().map(lambda time: f"{time:%H:%M}~"),
    st.tuples(st.times(), st.times())
    .filter(lambda pair: f"{pair[0]:%H:%M}" != f"{pair[1]:%H:%M}")
    .map(lambda pair: f"{pair[0]:%H:%M}/{pair[1]:%H:%M}"),
)


@given(TIMES)
def test_an_arabic_time_says_no_more_and_no_less(text: str) -> None:
    """Both languages have the same clock times, and say alike that one is approximate, a span, or of the next day."""
    words = time_words(parse_time(text))
    arabic = said(words, ARABIC)
    assert _digits(words) == _digits(arabic)
    assert re.search("[A-Za-z]", arabic) is None
    for english, sign in (("around", "حوالي"), ("between", "بين"), ("the next day", "من اليوم التالي")):
        assert arabic.count(sign) == words.count(english)


def test_every_part_of_the_day_has_arabic_words() -> None:
    """Each part of the day a record may name has Arabic words of its own."""
    assert len({said(time_words(parse_time(part)), ARABIC) for part in PARTS_OF_DAY}) == len(PARTS_OF_DAY)


def test_a_day_and_a_month_by_name() -> None:
    """A day of the calendar is told in full; a month alone by its name, or by a short one."""
    assert (day_words(2023, 12, 1), month_name(12), month_name_short(12)) == ("1 December 2023", "December", "Dec")
