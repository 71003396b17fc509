"""Text in, rows out: Russian-language news about relations between countries becomes fact tables.

The rooms, in the order of the flow: `documents`, `entities`, `facts`; they stand on `text`. `store` keeps what they
return. Nothing here knows Dagster.
"""
