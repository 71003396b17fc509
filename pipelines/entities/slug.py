"""Latin slugs of Russian names: stable ids that read."""

from functools import lru_cache

from pipelines.text.tokens import fold

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыэюя"
_LATIN = dict(
    zip(_CYRILLIC, "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya".split(), strict=True)
)  # noqa: SIM905
_LATIN |= {"ь": "", "ъ": ""}


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """`name` in Latin letters, digits and underscores.

    >>> slug("Нижний Новгород"), slug("Гянджа")
    ('nizhniy_novgorod', 'gyandzha')
    """
    latin = "".join(_LATIN.get(c, c) for c in fold(name))
    return "_".join("".join(c if c.isascii() and c.isalnum() else " " for c in latin).split())
