"""`communique dictionary`: what every column means."""

from commands.options import JsonOption
from commands.output import print_json


def dictionary(as_json: JsonOption = False) -> None:
    """Print the data dictionary: what every column means.

    In Markdown, generated from the COMMENTs of sql/.

    Examples:

    \b
      communique dictionary > data-dictionary.md
      communique dictionary --json
    """
    from pipelines.store.dictionary import data_dictionary
    from pipelines.store.schema import described

    if as_json:
        print_json(described())
    else:
        print(data_dictionary(), end="")
