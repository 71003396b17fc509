"""Russian names of roles, for people to read."""

from functools import lru_cache
from pathlib import Path

from pipelines.text.lexicon import load_toml

_HERE = Path(__file__).parent


def role_name(slug: str) -> str:
    """Russian name of a role in the nominative; the slug with spaces where no word list has it.

    >>> role_name("head_of_state"), role_name("defence_minister"), role_name("toastmaster_general")
    ('глава государства', 'министр обороны', 'toastmaster general')
    """
    return _names().get(slug, slug.replace("_", " "))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    roles = load_toml(_HERE / "roles.toml")["role"]
    names = {r["slug"]: r["phrases"][0].replace("|", "") for r in roles if r.get("phrases")}
    for field in load_toml(_HERE / "ministries.toml")["field"]:
        if field.get("of"):
            names[f"{field['slug']}_minister"] = f"министр {field['of'][0]}"
            names[f"deputy_{field['slug']}_minister"] = f"заместитель министра {field['of'][0]}"
    return names
