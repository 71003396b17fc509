"""Why the figures of a sentence make, or do not make, a row of `trade_volume`."""

from pipelines.documents.document import Published
from pipelines.facts.reading import Reading, Sentence
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.figures import read_figure
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.modality import modality_of
from pipelines.facts.trade.reader import SentenceReader, read_sentences
from pipelines.facts.trade.scope import is_local, scope_of
from pipelines.facts.trade.sides import sides_for
from pipelines.facts.trade.tables import read_tables
from pipelines.facts.trade.thread import Thread
from pipelines.facts.trade.topics import Topic
from pipelines.facts.trade.words import speaks_of_trade


def explain(reading: Reading, sentence: Sentence) -> list[str]:
    """A line for each figure of `sentence`, or one that tells why none was looked at."""
    if not any(speaks_of_trade(s.tokens) for s in reading.sentences):
        return ["no word of trade between countries in the whole document"]
    if sentence.block_kind == "table_row":
        return ["a row of a table: read together with the rows around it"]
    for reader in read_sentences(reading, read_tables(reading), _Witness):
        claims = list(reader.read())
        if reader.line.sentence.index == sentence.index and isinstance(reader, _Witness):
            return [*reader.notes, *(_claimed(c) for c in claims)] or ["no sum, percentage or ratio in the sentence"]
    return ["no word of trade, no sum, no percentage in the sentence"]


def _claimed(claim: Claim) -> str:
    what = f"{claim.flow} of {claim.reporter} with {claim.partner}, {claim.modality}"
    return f"rule {claim.rule} reads {what} at {claim.start}–{claim.end}"


class _Witness(SentenceReader):
    """A reader that notes at which gate each figure stayed behind."""

    def __init__(self, line: Line, thread: Thread, published: Published | None) -> None:
        super().__init__(line, thread, published)
        self.notes: list[str] = []

    def _resolve(self, figure: Placed, topic: Topic | None) -> Topic | None:
        found = super()._resolve(figure, topic)
        if found is None:
            self._note_of(figure, "belongs to no flow of trade between countries")
        return found

    def _read(self, figure: Placed, topic: Topic, before: tuple[Topic, Claim] | None) -> Claim | None:
        claim = super()._read(figure, topic, before)
        if claim is None:
            self._note_of(figure, self._gate(figure, topic))
        return claim

    def _gate(self, figure: Placed, topic: Topic) -> str:
        """The first gate that `figure` does not pass."""
        told = read_figure(self.line, figure, topic)
        if told.said == "nothing":
            rule = told.rule.replace("_", " ")
            return f"is no level, change or share of {topic.flow}" + (f" ({rule})" if rule else "")
        if told.said != "base_level" and modality_of(self.line, figure, None) is None:
            return "is denied, asked or supposed: no claim"
        scope = scope_of(self.line, self.topics, topic, figure, self.parties)
        if scope.local or self.thread.local is not None or (topic.deed and is_local(self.line, topic, figure)):
            return "counts the trade of a region or a company, not of a country"
        if scope.elsewhere:
            return "is of trade with a part of the world that has no code"
        if sides_for(self.thread, topic, scope) is None:
            return f"is a {told.said} of {topic.flow}, but between which countries is not told"
        return f"is a {told.said} of {topic.flow} that does not stand as one (a price, a count of things, a bare base)"

    def _note_of(self, figure: Placed, why: str) -> None:
        self.notes.append(f"«{figure.mention.surface}» {why}")
