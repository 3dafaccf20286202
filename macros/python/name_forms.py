"""What a name sounds like, whoever wrote it down in whichever script: keys that spellings of one name share.

A key is a text of its own alphabet, good for equality and nothing else. Rules that hold in every language come first
(double letters, silent h, y and i, ph and f); where a language needs more, its tables are in name_variants.
"""

import inspect
import re
import sys
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import name_variants
from anyascii import anyascii
from name_variants import read_as

EUROPEAN = read_as("\n".join((name_variants.EUROPEAN, name_variants.SLAVIC, name_variants.INDIAN)))
ARABIC = read_as(name_variants.ARABIC)
CHINESE = read_as(name_variants.CHINESE)
KOREAN = read_as(name_variants.KOREAN)
EASTERN_FAMILIES = KOREAN | CHINESE
FIRST_READINGS = KOREAN | CHINESE | ARABIC | EUROPEAN
PARTICLES = frozenset(name_variants.PARTICLES.split())
ASSIMILATED = frozenset(name_variants.ASSIMILATED.split())
ARABIC_WORDS = {spelling: form for spelling, form in read_as(name_variants.ARABIC_SCRIPT).items() if spelling > "z"}
JAPANESE_WORDS = {spelling: form for spelling, form in read_as(name_variants.JAPANESE_SCRIPT).items() if spelling > "z"}

# Letters of Arabic script, Persian and Urdu ones too, that stand for a consonant. The rest is vowels, and left out.
ARABIC_LETTERS = str.maketrans(
    "بتثجحخدذرزسشصضطظغفقكلمنهپچژگکٹڈڑںھہة",
    "bttjhkdzrzsssdtzgfkklmnhbsjgktdrnhh_",
)
ARABIC_FORMS = str.maketrans("أإآٱؤئىیہک", "ااااويييهك", "\u0640ًٌٍَُِّْٰ")
ARABIC_RANGE = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
NOT_ARABIC = re.compile(r"[^\u0620-\u064a\u0671-\u06d3]+")
ARABIC_PARTICLES = frozenset(("بن", "ابن", "بنت"))
HAN_RANGE = re.compile("[\u3400-\u9fff々]")
HANGUL_RANGE = re.compile("[\uac00-\ud7a3]")
SMALL_KANA = re.compile("([\u3041-\u30fa])([ゃゅょャュョ])")
INDIC_RANGE = re.compile("[\u0900-\u0d7f]")

# The scripts of India share one plan: each letter has its place in a block of 128 (Unicode Standard, chapter 12).
INDIC_VOWELS = "a a i i u u ri li e e e ai o o o au"
INDIC_SIGNS = "a i i u u ri ri e e e ai o o o au"
INDIC_LETTERS = "k k g g n ch ch j j n t t d d n t t d d n n p f b b m y r r l l l v sh sh s h"
INDIC_DOTTED = "k k g z d d f y"
INDIC_PLAN = {
    0x01: "n",
    0x02: "n",
    **dict(zip(range(0x05, 0x15), INDIC_VOWELS.split(), strict=True)),
    **dict(zip(range(0x15, 0x3A), INDIC_LETTERS.split(), strict=True)),
    **dict(zip(range(0x3E, 0x4D), INDIC_SIGNS.split(), strict=True)),
    **dict(zip(range(0x58, 0x60), INDIC_DOTTED.split(), strict=True)),
}
INDIC_CONSONANTS = {*range(0x15, 0x3A), *range(0x58, 0x60)}
INDIC_VOWEL_SIGNS = {*range(0x3E, 0x4D)}
VIRAMA = 0x4D

CYRILLIC_AND_GREEK = str.maketrans({"ё": "е", "ъ": None, "ь": None, "χ": "h", "ц": "ts"})
GREEK_PAIRS = (
    ("ου", "u"), ("ού", "u"), ("αυ", "av"), ("αύ", "av"), ("ευ", "ev"), ("εύ", "ev"), ("μπ", "b"), ("ντ", "d"),
    ("γκ", "g"), ("γγ", "ng"),
)  # fmt: skip

# Clusters of letters and the sound they are read as; the longest first, and single letters that change.
SOUNDS = {
    "tsch": "c", "tch": "c", "sch": "S", "sh": "S", "shr": "sr", "schr": "sr", "chr": "kr", "chl": "kl", "ch": "c",
    "cz": "c", "dzh": "j", "dj": "j", "zh": "j", "dz": "j", "ph": "f", "th": "t", "dh": "d", "bh": "b", "gh": "g",
    "kh": "k", "jh": "j", "rh": "r", "ck": "k", "cq": "k", "qu": "k", "que": "ke", "qui": "ki", "gue": "ge",
    "gui": "gi", "ce": "se", "ci": "si", "cy": "si", "cc": "k", "c": "k", "q": "k", "x": "ks", "ksh": "ks",
    "shn": "sn", "tz": "s", "ts": "s", "z": "s", "shv": "sv", "shw": "sv", "hs": "S", "w": "v", "np": "mp", "nb": "mb",
    "ee": "i", "ie": "i", "iy": "i", "yi": "i", "ij": "i", "y": "i", "oo": "u", "ou": "u", "ae": "a", "oe": "o",
    "ue": "u", "aie": "aie", "eie": "aie", "ay": "ai", "ey": "ai", "ei": "ai", "eigh": "ai", "mc": "mak",
}  # fmt: skip
SOUND = re.compile("|".join(sorted(SOUNDS, key=len, reverse=True)))
CH = re.compile("ch(?![rl])")
SILENT_E = re.compile("(?<=[ai]n)e$")
OTHER_INITIALS = {"j": "i", "x": "j"}
# Where a letter depends on its neighbours: what to look for first, the pattern, and what it becomes.
SPELLINGS = (
    ("ayev", re.compile("ayev(?=a?$)"), "aev"),
    ("oy", re.compile("oy(?=e)"), "o"),
    ("j", re.compile("(?<=o)j(?=e)"), ""),
    ("j", re.compile("(?<=[^aeiou])j(?=[aueo])|(?<=[aeiou])j(?=[aeou]|$)"), "i"),
    ("h", re.compile("(?<=[aeiou])h(?![aeiou])"), ""),
    ("aw", re.compile("aw(?![aeiouy])"), "au"),
)
FIRST: Callable[[tuple[str, object]], str] = itemgetter(0)
FINAL = re.compile("(?:(?<=..[oe])(?:ff|w)|(?<=nn|tt|th|wn|rk|ok|rn)e|sk(?:ii?|iy|ij|yi?))$")
FINAL_EI = re.compile("(?<=[^aeiou])[ae][iyj]$")
VOWEL_BEFORE = re.compile(".*[aeiouy].*[^aeiouyj]..$")
VANDER = re.compile(r"^van(?:der|den|de)(?=[^aeiou][a-z]{2})|^vonder(?=[a-z]{4})")
ABD = re.compile(r"^abd[aeiou]*(?:l(?!l?ah?$)|([rsnzdt])(?=\1)|(?=[^aeioul]))")
LONG_VOWELS = re.compile(r"(?:(?:[kgsztdnhbpmrfjyw]|[kgnhbpmr]y|sh|ch|ts)?(?:ou|oo|[aeiou])|n(?![aeiou]))+")
ASCII_WORD = re.compile("[a-z]+")
NOT_LETTERS = re.compile(r"[^a-z]+")

# Chinese or Korean syllables as Pinyin, Wade-Giles, Revised Romanization or a passport has them: onset, rhyme, coda.
SYLLABLE = (
    "(hs|zh|ch|sh|ts|tz|ss|sz|[bpmfdtnlgkhjqxrzcsyw]|)"
    "([yw]?(?:iao|uai|iung|ieh|ueh|uei|yeo|ia|ie|io|iu|ua|ue|uo|ui|ao|ai|ae|ei|eo|eu|ee|ou|oo|ih|eh|[aeiou]))"
    "(ng|[nmlkgtpbr]|)"
)
ONE_SYLLABLE = re.compile(SYLLABLE)
TWO_SYLLABLES = (re.compile(SYLLABLE + SYLLABLE.replace("|)([yw]?", ")([yw]?", 1)), re.compile(SYLLABLE * 2))
EASTERN_ONSETS = frozenset(("hs", "x", "zh", "q", "ts", "tz"))
ONSETS = {
    "hs": "s", "sh": "s", "x": "s", "ss": "s", "sz": "s", "zh": "c", "ch": "c", "j": "c", "q": "c", "ts": "z",
    "tz": "z", "c": "z", "b": "p", "d": "t", "g": "k", "y": "i", "w": "u",
}  # fmt: skip
RHYMES = {
    "yeo": "io", "eo": "o", "eu": "u", "oo": "u", "ou": "u", "ee": "i", "ieh": "ie", "eh": "e", "ueh": "ue",
    "uei": "ui", "iung": "iong", "ae": "ai", "ih": "i",
}  # fmt: skip
CODAS = {"g": "k", "b": "p", "r": "l"}

SKELETON_SOUNDS = {
    "ch": "s", "sh": "s", "kh": "k", "gh": "g", "th": "t", "dh": "z", "dj": "j", "ph": "f", "q": "k",
    "c": "k", "p": "b", "x": "ks", "v": "f",
}  # fmt: skip
SKELETON_SOUND = re.compile("|".join(sorted(SKELETON_SOUNDS, key=len, reverse=True)) + "|[aeiouyw]+")

HISSED = re.compile("hs|ts|tz|zh|ks|x|c(?=[eiy])")
BROAD_LETTERS = str.maketrans("jztk", "ssdg")
ARTICLE = re.compile("^[ae]l(?=[^aeiou].{3})")

# Words that run together with the name after them in some spellings.
RUN_TOGETHER = re.compile("^(?:del(?:a|la|os)?(?=.{4})|(?:al|el|van|ter|du|de|le)(?=[^aeiou].{3}))")


class Keys(NamedTuple):
    """The keys of a name; an empty text where there is none."""

    sound: str = ""
    other: str = ""
    skeleton: str = ""
    first: str = ""
    last: str = ""
    broad: str = ""


NO_KEYS = Keys()


def undoubled(text: str) -> str:
    """A text with one letter for each run of equal ones."""
    return "".join(map(FIRST, groupby(text)))


def sound_of(word: str) -> str:
    """The sound of a name in letters a to z, by rules that hold whatever the language."""
    text = VANDER.sub("", word) if word.startswith("v") else word
    if text[-1:] in "fweiyj":
        text = FINAL.sub(lambda found: final_sound(found[0]), text)
    if text[-1:] in "iyj" and VOWEL_BEFORE.match(text):
        text = FINAL_EI.sub("i", text)
    for mark, pattern, sound in SPELLINGS:
        if mark in text:
            text = pattern.sub(sound, text)
    return undoubled(SOUND.sub(lambda found: SOUNDS[found[0]], text))


def final_sound(ending: str) -> str:
    """What the end of a name becomes: Romanoff and Romanow, Anne and Ann, Dostojewski and -sky."""
    if ending in ("ff", "w"):
        return "v"
    return "" if ending == "e" else "ski"


def skeleton_of(word: str) -> str:
    """The consonants of a name in Latin letters, as Arabic script would have them."""
    bare = ARTICLE.sub("", word) if word[1:2] == "l" else word
    start = {"w": "w", "y": "y"}.get(bare[0], "a" if bare[0] in "aeiou" else "")
    if bare.startswith("ou") and bare[2:3] in tuple("aei"):
        start = "w"
    rest = bare.removesuffix("h") if bare[-2:-1] in tuple("aeiou") else bare
    return start + SKELETON_SOUND.sub(lambda found: SKELETON_SOUNDS.get(found[0], ""), undoubled(rest))


def hissed(word: str) -> str:
    """A word in Latin letters with s where romanisations write hs, ts, tz, zh, ks, x, or c before e and i."""
    return HISSED.sub("s", word)


def broad_key(skeleton: str) -> str:
    """The key of a skeleton in which j, z and s, t and d, k and g are one each; empty without consonants."""
    letters = undoubled(skeleton.translate(BROAD_LETTERS))
    return letters and "~" + letters


def arabic_skeleton(word: str) -> str:
    """The consonants of a word in Arabic script, in Latin letters."""
    start = {"ا": "a", "ع": "a", "و": "w", "ي": "y"}.get(word[:1], "")
    letters = "".join(letter for letter in word.translate(ARABIC_LETTERS) if "a" <= letter <= "z")
    return start + (letters.removesuffix("h") if len(letters) > 1 else letters)


def arabic_reading(word: str) -> tuple[str | None, str]:
    """A word in Arabic script as a name in Latin letters, None where it is not a known one, and its skeleton."""
    if word not in ARABIC_WORDS:
        if word.startswith("عبد") and len(word) > 4:
            reading, skeleton = arabic_reading(word.removeprefix("عبد").removeprefix("ال"))
            return reading and "abd" + reading, "abd" + skeleton
        if word.startswith("ال") and len(word) > 4:
            word = word.removeprefix("ال")
    return ARABIC_WORDS.get(word), arabic_skeleton(word)


def eastern_key(syllables: list[str]) -> str | None:
    """The key of a given name of one or two Chinese or Korean syllables, whatever the romanisation; else None.

    One syllable must begin as no name of other languages does; two may be written together.
    Aspiration, which romanisations write in opposite ways, is left out, and o and u before a consonant are one.
    """
    if len(syllables) > 2 or syllables[-1][-1] in "cdfjqsvxz":
        return None
    found = [ONE_SYLLABLE.fullmatch(syllable) for syllable in syllables]
    if len(syllables) == 1 and not found[0]:
        found = [TWO_SYLLABLES[0].fullmatch(syllables[0]) or TWO_SYLLABLES[1].fullmatch(syllables[0])]
    elif len(syllables) == 1 and found[0] and found[0][1] not in EASTERN_ONSETS:
        return None
    if not all(found):
        return None
    groups = [group for match in found if match for group in match.groups()]
    return "#" + "-".join(eastern_syllable(*groups[place : place + 3]) for place in range(0, len(groups), 3))


def eastern_syllable(onset: str, rhyme: str, coda: str) -> str:
    """The key of a syllable: tz-u-, chi-en- and zhong are zi, cian and cong."""
    vowels = RHYMES.get(rhyme, rhyme).replace("y", "i").replace("w", "u")
    if onset in ("tz", "sz", "ss") and vowels == "u":
        vowels = "i"
    if onset == "h" and vowels == "ui" and not coda:
        vowels = "i"
    if coda and vowels[-1] == "u":
        vowels = vowels[:-1] + "o"
    syllable = undoubled(ONSETS.get(onset, onset) + vowels)
    if coda == "n" and syllable.endswith("ie"):
        syllable = syllable[:-1] + "a"
    return syllable + CODAS.get(coda, coda)


def indic_latin(text: str) -> str:
    """A word in a script of India in Latin letters: consonants carry an a unless something takes it from them.

    In the scripts of the north the a is silent at the end, and between a vowel and consonant and a consonant and vowel.
    """
    sounds: list[str] = []
    is_northern = False
    for letter in text:
        place = ord(letter) & 0x7F
        if not INDIC_RANGE.match(letter):
            sounds.append(letter)
        elif place == VIRAMA or place in INDIC_VOWEL_SIGNS:
            if sounds and sounds[-1] == "ə":
                sounds.pop()
            sounds.append(INDIC_PLAN.get(place, ""))
        elif place in INDIC_PLAN:
            is_northern = ord(letter) < 0x0B00
            sounds += [INDIC_PLAN[place], "ə"] if place in INDIC_CONSONANTS else [INDIC_PLAN[place]]
    latin = "".join(sounds)
    if is_northern:
        if sounds[-3:-2] != [""]:
            latin = re.sub("(?<=..)ə$", "", latin)
        latin = re.sub("(?<=[aeiouə][^aeiouə])ə(?=[^aeiouəh][aeiou])", "", latin)
    return latin.replace("ə", "a")


def with_small_kana(kana: str, small: str) -> str:
    """Two kana that are one syllable: ki and a small yu are kyu, shi and a small yu are shu."""
    onset = anyascii(kana).removesuffix("i")
    return onset + anyascii(small).lower().removeprefix("y" if onset in ("sh", "ch", "j") else "")


def latin_words(text: str) -> list[str]:
    """The words of a name in letters a to z; Chinese, Japanese and Korean names as one word per syllable or reading."""
    words: list[str] = []
    for word in re.split(r"[\s\-‐-―・·.,]+", text):
        if word in JAPANESE_WORDS:
            words.append(JAPANESE_WORDS[word])
        elif HAN_RANGE.search(word) or HANGUL_RANGE.search(word):
            words += [NOT_LETTERS.sub("", anyascii(letter).lower()) for letter in word]
        elif word.isascii():
            words.append(NOT_LETTERS.sub("", word))
        else:
            spelled = indic_latin(word) if INDIC_RANGE.search(word) else word.translate(CYRILLIC_AND_GREEK)
            spelled = SMALL_KANA.sub(lambda found: with_small_kana(found[1], found[2]), spelled)
            for pair, letters in GREEK_PAIRS:
                spelled = spelled.replace(pair, letters)
            words.append(NOT_LETTERS.sub("", anyascii(spelled).lower()))
    return [word for word in words if word]


def name_words(words: list[str]) -> list[str]:
    """The words that are names: no particles and articles; abd and the name after it are one word."""
    names: list[str] = []
    is_servant = False
    for place, word in enumerate(words):
        following = words[place + 1 :][:1]
        is_article = word in PARTICLES or (word in ASSIMILATED and following and following[0][0] == word[-1])
        if following and is_article:
            continue
        if following and re.fullmatch("abd[aeiou]{0,2}[lrsnzdt]?", word):
            is_servant = True
            continue
        names.append("abd" + word if is_servant else word)
        is_servant = False
    return names


def reading_of(word: str) -> str | None:
    """The form that the tables read a word as; None where they do not know it."""
    if word in FIRST_READINGS:
        return FIRST_READINGS[word]
    if word.startswith("abd"):
        rest = ABD.sub("", word)
        return "abd" + FIRST_READINGS.get(rest, rest) if rest != word else None
    if word.startswith(("al", "el")) and word[2:] in ARABIC:
        return ARABIC[word[2:]]
    return None


def other_reading(words: list[str], joined: str) -> str | None:
    """A second key of a name: another language's reading of the same letters."""
    if len(words) == 1:
        korean = KOREAN.get(words[0])
        if korean and korean != FIRST_READINGS[words[0]]:
            return sound_of(korean)
    if ("ou" in joined or joined.startswith("oo")) and LONG_VOWELS.fullmatch(joined):
        return sound_of(joined.replace("ou", "o").replace("oo", "o"))
    eastern = eastern_key(words)
    if eastern:
        return eastern
    bare = RUN_TOGETHER.sub("", words[-1]) if words[-1][0] in "aedvtl" else words[-1]
    if bare != words[-1]:
        return sound_of("".join([*words[:-1], bare]))
    if len(words) == 1 and ONE_SYLLABLE.fullmatch(joined):
        return None
    other = SILENT_E.sub("", CH.sub("sh", OTHER_INITIALS.get(joined[0], joined[0]) + joined[1:]))
    return sound_of(other) if other != joined else None


@lru_cache(maxsize=1)
def rules_version() -> str:
    """Eight hexadecimal digits that are others when a rule or a table is another."""
    sources = inspect.getsource(sys.modules[__name__]) + inspect.getsource(name_variants)
    return sha256(sources.encode()).hexdigest()[:8]


def arabic_keys(name: str) -> Keys:
    """The keys of a name in Arabic script: its known reading in Latin letters, or else its skeleton."""
    words = [arabic_reading(word) for word in arabic_words(name)]
    known = [sound_of(FIRST_READINGS.get(reading, reading)) for reading, _ in words if reading]
    sounds = known if len(known) == len(words) else ["_" + skeleton for _, skeleton in words if skeleton]
    if not sounds:
        return NO_KEYS
    parts = (sounds[0], sounds[-1]) if len(sounds) > 1 else ("", "")
    broad = broad_key("".join(skeleton for _, skeleton in words))
    return Keys(sounds[0] + "".join(sounds[1:]).replace("_", ""), "", "", *parts, broad)


def name_keys(text: str) -> Keys:
    """The keys of a name.

    Two names may be one where the sound or other reading of one is that of the other, or the skeleton of one, which
    names in Latin letters have, is the sound of the other, which is a skeleton where Arabic script leaves the vowels
    open. First and last part are there where a name has two or more: a double family name, two given names. The broad
    key is the same for most spellings, and for some other names too: good for finding pairs, not for judging them.
    """
    if text.isascii():
        return latin_keys(ASCII_WORD.findall(text.lower().replace("'", "")))
    name = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    if ARABIC_RANGE.search(name):
        return arabic_keys(name)
    words = latin_words(name)
    if HANGUL_RANGE.search(name) and len(words) == 1:
        sound = sound_of(KOREAN.get(words[0], words[0]))
        return Keys(sound, broad=sound)
    return latin_keys(words)


def latin_keys(latin: list[str]) -> Keys:
    """The keys of a name in Latin letters, a to z, by its words."""
    words = name_words(latin) if len(latin) > 1 else latin
    joined = "".join(words)
    if len(joined) < 2:
        return NO_KEYS
    other = other_reading(words, joined) or ""
    is_eastern = other.startswith("#")
    readings = [None if is_eastern and len(words) > 1 else reading_of(word) for word in words]
    sounds = [sound_of(reading or word) for reading, word in zip(readings, words, strict=True)]
    is_by_word = len(words) == 1 or any(readings)
    sound = "".join(sounds) if is_by_word else sound_of(reading_of(joined) or joined)
    consonants = "".join(map(skeleton_of, words))
    skeleton = "_" + consonants
    parts = (sounds[0], sounds[-1]) if len(words) > 1 and not is_eastern else ("", "")
    if joined in EASTERN_FAMILIES:
        broad = sound
    else:
        broad = broad_key("".join(map(skeleton_of, map(hissed, words))) if HISSED.search(joined) else consonants)
    return Keys(sound, other, skeleton if len(skeleton) > 2 else "", *parts, broad)


def arabic_words(name: str) -> list[str]:
    """The words of a name in Arabic script in one form of each letter, abd and the name after it as one word."""
    words = NOT_ARABIC.sub(" ", name.translate(ARABIC_FORMS)).split()
    joined = re.sub(r"\bعبد (?=\w)", "عبد", " ".join(word for word in words if word not in ARABIC_PARTICLES))
    return re.sub(r"\bال ", "", joined).split()


def name_forms(text: str | None) -> str | None:
    """The keys of a name as one text.

    Args:
        text: one name, given or family, of any script; perhaps of several words.

    Returns:
        The version of the rules and the keys in the order of Keys with | between; None for None. Never raises.
    """
    return None if text is None else "|".join((rules_version(), *name_keys(text)))
