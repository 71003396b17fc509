"""`Document` to mentions: money, quantities, dates, places, actors, each with its canonical id."""
