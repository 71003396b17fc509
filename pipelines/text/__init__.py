"""Ground floor: spans, tokens, sentences, morphology, numbers and dates of Russian text. Knows nothing of articles."""
