"""`communique contract`: what readers of the tables may rely on, for catalogues and tools."""

from commands.options import JsonOption
from commands.output import print_json


def contract(as_json: JsonOption = False) -> None:
    """Print the data contract of the fact tables (Open Data Contract Standard).

    In YAML, generated from the COMMENTs and CHECKs of sql/ and the checks of expectations/. Every export holds a copy.

    Examples:

    \b
      communique contract > datacontract.odcs.yaml
      communique contract --json
    """
    from pipelines.store import odcs

    if as_json:
        print_json(odcs.contract())
    else:
        print(odcs.data_contract(), end="")
