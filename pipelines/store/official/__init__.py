"""Official trade statistics: files read as figures, and our claims set beside them."""
