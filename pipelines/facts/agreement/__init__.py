"""Rules that read what states agreed on: documents, deals, packages, their parties and standing."""
