"""The report: the published tables as pages that open from a folder, without a server or the network."""
