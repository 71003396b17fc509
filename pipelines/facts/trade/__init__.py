"""Rules that read the trade between countries: words, topics, parties, figures, periods, claims."""
