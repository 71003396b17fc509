"""Raw bytes to `Document`: decoding, cleaning with the way back to raw offsets, dating, near-duplicates."""
