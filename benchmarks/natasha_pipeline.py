"""natasha over texts from standard input (a JSON list): figures as JSON on standard output. Runs in .venv-bench."""

import json
import resource
import sys
import time

from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter


def main() -> None:
    texts = json.load(sys.stdin)
    embedding = NewsEmbedding()
    segmenter = Segmenter()
    morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def read(text: str) -> None:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(morphology)
        doc.parse_syntax(syntax)
        doc.tag_ner(names)

    read(texts[0])  # models load
    began = time.process_time()
    for text in texts:
        read(text)
    speed = len(texts) / (time.process_time() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"documents_per_second": speed, "megabytes": memory}))


if __name__ == "__main__":
    main()
