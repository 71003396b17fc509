"""Where a reader of the Dagster UI goes on: the report, Data Docs, the published file, the exports.

A browser opens no local file from a web page: paths are shown to be copied into its address bar.
"""

import dagster as dg

from assets.settings import Settings


def links(settings: Settings) -> dict[str, dg.PathMetadataValue]:
    """Metadata `open_report` and `open_data_docs`: pages that open in a browser from the folder."""
    return {
        "open_report": dg.MetadataValue.path(str(settings.report)),
        "open_data_docs": dg.MetadataValue.path(str(settings.data_docs)),
    }
