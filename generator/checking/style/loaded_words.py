"""Words that take a side, each with what to write instead and why; the archive uses none in its own voice.

After the style guides of news agencies (Reuters and AFP avoid “terrorist” but in quotations) and of
casualty recorders. Words of Arabic and Russian stand here because reports in these languages are
summed up, and their words come along. A word that a party uses of itself or of others may be quoted.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word, in all the forms in which it is found."""

    language: str
    """BCP 47 tag."""
    stems: tuple[str, ...]
    """Small letters; one of them stands in every text that holds the word."""
    forms: str
    """A regular expression for the whole word."""
    instead: str
    """What to write."""
    why: str
    """What the word says beyond the fact."""


_VERDICT = "it is a verdict on people, and each side uses it of the other"
_SIDE = "it is the word of one side"
_CRUELTY = "it tells readers what to feel, where the numbers and acts would tell them what happened"
_VEIL = "it hides what was done: nobody can tell whether people were killed, held or driven off"
_HONOUR = "it honours the dead of one side; “killed” says the same of all"
_DOUBT = "it passes a judgement on what somebody said instead of giving it"

_FIGHTERS = "the group's name, or `fighters`, `an armed group`"

LOADED_WORDS: tuple[LoadedWord, ...] = (
    LoadedWord("en", ("terroris",), r"(?<!counter[- ])(?<!anti[- ])terroris(?:ts?|m|tic)", _FIGHTERS, _VERDICT),
    LoadedWord("en", ("martyr",), r"martyr(?:s|ed|dom)?", "`killed`, `the dead`", _HONOUR),
    LoadedWord("en", ("regime",), r"regimes?", "`government`, or `forces of the … government`", _VERDICT),
    LoadedWord("en", ("thug",), r"thugs?", _FIGHTERS, _VERDICT),
    LoadedWord("en", ("mercenar",), r"mercenar(?:y|ies)", _FIGHTERS, _VERDICT),
    LoadedWord("en", ("henchm",), r"henchm[ae]n", _FIGHTERS, _VERDICT),
    LoadedWord("en", ("puppet",), r"puppets?", "the name of the government or group", _VERDICT),
    LoadedWord("en", ("infidel",), r"infidels?", "the name of those meant", _VERDICT),
    LoadedWord("en", ("zionist",), r"zionist (?:entity|enemy|regime|forces?|army|occupation)", "`Israel`, `Israeli forces`", _SIDE),
    LoadedWord("en", ("occupation forces", "occupying forces", "occupier"), r"occupation forces|occupying forces|occupiers?", "the name of the forces", _SIDE),
    LoadedWord("en", ("aggression", "aggressor"), r"aggressions?|aggressors?", "`attack`, `strike`", _SIDE),
    LoadedWord("en", ("proxy", "proxies"), r"prox(?:y|ies)", "`groups that … describes as backed by …`", "it states a chain of command as a fact; who says so belongs beside it"),
    LoadedWord("en", ("heroic", "cowardly", "treacherous", "barbar", "savage", "heinous", "vicious"), r"heroic(?:ally)?|cowardly|treacherous|barbar(?:ic|ous|ians?)|savage(?:ly|ry)?|heinous|vicious(?:ly)?", "what was done, without the adjective", _CRUELTY),
    LoadedWord("en", ("horrific", "horrifying", "gruesome", "shocking", "brutal", "ruthless"), r"horrific|horrifying|gruesome|shocking(?:ly)?|brutal(?:ly|ity)?|ruthless(?:ly)?", "what was done, without the adjective", _CRUELTY),
    LoadedWord("en", ("massacre", "slaughter", "carnage", "bloodbath"), r"massacre[sd]?|slaughter(?:s|ed)?|carnage|bloodbath", "the number killed, and by what", _CRUELTY),
    LoadedWord("en", ("neutrali",), r"neutrali[sz](?:ed?|es|ing|ation)", "`killed`, `captured`, `shot down`, as the report says", _VEIL),
    LoadedWord("en", ("liquidat", "eliminat"), r"(?:liquidat|eliminat)(?:ed?|es|ing|ion)", "`killed`", _VEIL),
    LoadedWord("en", ("collateral damage", "surgical strike"), r"collateral damage|surgical strikes?", "who and what was struck", _VEIL),
    LoadedWord("en", ("so-called", "so called"), r"so[- ]called", "the name alone, or in quotation marks with who uses it", _DOUBT),
    LoadedWord("en", ("boast", "bragg"), r"boast(?:s|ed|ing)?|bragg(?:ed|ing)", "`said`, `claimed`", _DOUBT),
    LoadedWord("ar", ("إرهاب", "ارهاب"), r"(?:[وفبلك]|ال|وال|بال|لل)*[إا]رهاب(?:ي|ية|يين|يون|يا|يات)?", "اسم الجماعة، أو «مسلحون»", _VERDICT),
    LoadedWord("ar", ("شهيد", "شهداء", "استشهد", "استشهاد"), r"(?:[وفبلك]|ال|وال|بال|لل)*(?:شهيد(?:ا|ين|ان|ة)?|شهداء|استشهد(?:وا|ت)?|استشهاد)", "«قتيل»، «قُتل»", _HONOUR),
    LoadedWord("ar", ("صهيوني", "صهاينة"), r"(?:[وفبلك]|ال|وال|بال|لل)*(?:صهيوني(?:ة)?|صهاينة)", "«إسرائيل»، «القوات الإسرائيلية»", _SIDE),
    LoadedWord("ar", ("مرتزقة",), r"(?:[وفبلك]|ال|وال|بال|لل)*مرتزقة", "اسم الجماعة، أو «مسلحون»", _VERDICT),
    LoadedWord("ar", ("قوات الاحتلال", "لعدوان"), r"قوات الاحتلال|[وفبك]?(?:ال|لل)عدوان", "اسم القوات؛ «هجوم»، «ضربة»", _SIDE),
    LoadedWord("ar", ("تحييد",), r"(?:[وفبلك]|ال|وال|بال|لل)*تحييد", "«قتل»، «أسر»، «أسقط»", _VEIL),
    LoadedWord("ru", ("террорист",), r"(?<!анти)террорист(?:ы|а|у|ом|е|ов|ам|ами|ах|ическ\w+)?", "имя группировки или «вооружённые люди»", _VERDICT),
    LoadedWord("ru", ("боевик",), r"боевик(?:и|а|у|ом|е|ов|ам|ами|ах)?", "имя группировки или «бойцы»", _VERDICT),
    LoadedWord("ru", ("режим асада", "режима асада", "киевский режим"), r"режим(?:а|у|ом|е)? Асада|киевск\w+ режим\w*", "«правительство»", _VERDICT),
    LoadedWord("ru", ("оккупант",), r"оккупант(?:ы|а|у|ом|е|ов|ам|ами|ах)?", "название сил", _SIDE),
    LoadedWord("ru", ("ликвидир", "ликвидац", "нейтрализ"), r"(?:ликвидир|ликвидац|нейтрализ)\w+", "«убит», «задержан», «сбит»", _VEIL),
    LoadedWord("ru", ("каратель", "карател"), r"карател(?:ь|и|я|ю|ем|ей|ям|ями|ях)", "название сил", _VERDICT),
    LoadedWord("ru", ("шахид", "мученик"), r"шахид(?:ы|а|у|ом|е|ов|ам|ами|ах)?|мученик(?:и|а|у|ом|е|ов|ам|ами|ах)?", "«погиб», «убит»", _HONOUR),
)  # fmt: skip
"""Every loaded word, in the order of languages."""

STEMS: tuple[str, ...] = tuple(dict.fromkeys(stem for word in LOADED_WORDS for stem in word.stems))
"""One of them stands in every text that holds a loaded word."""
