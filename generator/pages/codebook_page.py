"""The codebook: every field of every record from the models' own texts, vocabularies, statuses, dates."""

from dataclasses import dataclass

from pydantic import BaseModel

from generator.archive.archive import Archive
from generator.model.edtf import parse_edtf
from generator.model.meanings import meanings_of
from generator.model.records import MODELS
from generator.model.status import STATUSES, StatusMeaning
from generator.model.times import PARTS_OF_DAY, parse_time
from generator.model.vocabulary import Vocabulary
from generator.pages.addresses import CODEBOOK, address_of, schema_address
from generator.pages.date_words import date_words, date_words_short, time_words
from generator.pages.marked_text import Piece, marked
from generator.pages.model_text import default_words, form_of, hints_of, models_within, slug_of
from generator.pages.page import Page

FILES = {
    "settings": "archive.yml",
    "incident": "records/<year>/<name>.md",
    "report": "reports/<key>.yml",
    "source": "sources/<key>.yml",
    "location": "locations/<key>.yml",
    "actor": "actors/<key>.yml",
    "series": "series/<key>.yml",
    "tally": "tallies/<key>.yml",
    "vocabulary": "vocabulary/<list>.yml",
}
"""Where the files of each kind of record lie in the archive's folder."""
SCHEMA = "application/schema+json"
KINDS = ("incident", "report", "source", "location", "actor", "series", "tally", "vocabulary", "settings")
DATES = (
    "2023-12-31",
    "2023-12",
    "2023",
    "XXXX-12-31",
    "2023-12-XX",
    "2023-XX",
    "2023-12-31~",
    "2023-12-31?",
    "2023-12-31%",
    "2023-12-12/2023-12-13",
    "2023-12/2024-01",
    "../2023-12-31",
    "2023-12-31/..",
    "[2023-12-30,2023-12-31]",
    "[2023-12-01..2023-12-05]",
    "202X",
    "unknown",
)
"""One date of each form of the profile."""
TIMES = ("22:30", "22:00/23:30", "23:30/00:30", *PARTS_OF_DAY)


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field."""

    name: str
    anchor: str
    required: bool
    default: str
    form: tuple[Piece, ...]
    values: tuple[str, ...]
    of: str
    """What the mapping it holds is called; empty for a plain value."""
    of_anchor: str
    meaning: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ModelView:
    """One kind of record or one mapping within a record."""

    name: str
    anchor: str
    file: str
    """Where its files lie; empty for a mapping within a record."""
    schema: str
    """Address of its JSON Schema; empty for a mapping within a record."""
    meaning: tuple[Piece, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """One word of a vocabulary."""

    key: str
    anchor: str
    address: str
    """Its page, for event types."""
    label: str
    definition: str
    broader: str
    matches: tuple[tuple[str, str], ...]
    replaced_by: str


@dataclass(frozen=True, slots=True)
class VocabularyView:
    """One vocabulary."""

    key: str
    name: str
    note: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class CodebookView:
    """The whole codebook."""

    records: tuple[ModelView, ...]
    parts: tuple[ModelView, ...]
    statuses: tuple[StatusMeaning, ...]
    vocabularies: tuple[VocabularyView, ...]
    dates: tuple[tuple[str, str, str], ...]
    """As typed, in words, in few words."""
    times: tuple[tuple[str, str], ...]


def codebook_page(archive: Archive) -> Page:
    """The page `/codebook/`."""
    kinds = tuple(MODELS[kind] for kind in KINDS)
    nested = dict.fromkeys(part for model in kinds for part in models_within(model) if part not in kinds)
    view = CodebookView(
        tuple(_model(MODELS[kind], FILES[kind], schema_address(kind)) for kind in KINDS),
        tuple(_model(model, "", "") for model in sorted(nested, key=lambda model: model.__name__)),
        STATUSES,
        tuple(_vocabulary(vocabulary) for vocabulary in archive.records.vocabularies.values()),
        tuple((text, date_words(parse_edtf(text)), date_words_short(parse_edtf(text))) for text in DATES),
        tuple((text, time_words(parse_time(text))) for text in TIMES),
    )
    return Page(
        CODEBOOK,
        "Codebook",
        "Every field of every record, the vocabularies, the statuses and how dates are written.",
        "codebook.html.j2",
        view,
        section=CODEBOOK,
        data=tuple((SCHEMA, f"{model.name}: JSON Schema", model.schema) for model in view.records),
        translated=False,
    )


def model_name(model: type[BaseModel]) -> str:
    """A model's name in words: `DateStatement` is `Date statement`."""
    return slug_of(model).replace("-", " ").capitalize()


def _model(model: type[BaseModel], file: str, schema: str) -> ModelView:
    return ModelView(
        model_name(model),
        f"entry-{slug_of(model)}",
        file,
        schema,
        marked(" ".join((model.__doc__ or "").split())),
        tuple(_fields(model)),
    )


def _fields(model: type[BaseModel]) -> list[FieldView]:
    views = []
    for name, hint in hints_of(model).items():
        field, form = model.model_fields[name], form_of(hint)
        views.append(
            FieldView(
                name,
                f"{slug_of(model)}-{name.replace('_', '-')}",
                field.is_required() and not (name == "key" and model in MODELS.values()),
                default_words(field),
                marked(form.words),
                form.values,
                model_name(form.model) if form.model else "",
                f"entry-{slug_of(form.model)}" if form.model else "",
                marked(meanings_of(model)[name]),
            )
        )
    return views


def _vocabulary(vocabulary: Vocabulary) -> VocabularyView:
    terms = []
    for key, term in vocabulary.terms.items():
        matches = term.exact.model_dump(exclude_none=True) if term.exact else {}
        terms.append(
            TermView(
                key,
                f"term-{vocabulary.key}-{key}",
                address_of("type", key) if vocabulary.key == "types" else "",
                term.label,
                term.definition,
                term.broader or "",
                tuple((scheme.upper(), name) for scheme, name in matches.items()),
                term.deprecated_by or "",
            )
        )
    return VocabularyView(vocabulary.key, vocabulary.name, vocabulary.note or "", tuple(terms))
