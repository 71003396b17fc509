"""Which claims of different articles tell of one visit, or of one agreement."""
