"""Latin slugs of Russian names: stable ids that read."""

from functools import lru_cache

from pipelines.text.tokens import fold

_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ь": "",
    "ъ": "",
}


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """`name` in Latin letters, digits and underscores.

    >>> slug("Нижний Новгород"), slug("Гянджа")
    ('nizhniy_novgorod', 'gyandzha')
    """
    latin = "".join(_LATIN.get(c, c) for c in fold(name))
    return "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in latin).split())
