"""Lists of documents: what opens one, and members that tell their matter alone."""

from agreement_rows import agreements_in


def test_items_that_tell_only_their_matter_are_documents_of_the_kind_that_opened_the_list() -> None:
    rows = agreements_in(
        "Грузия и Иран подписали шесть документов. Среди них – межправсоглашения:",
        "— о паромах;",
        "— о строительстве мостов;",
        "— о",
    )
    assert [(r.kind, r.status, r.subject) for r in rows] == [
        ("package", "signed", None),
        ("agreement", "signed", "паромах"),
        ("agreement", "signed", "строительстве мостов"),
    ]


def test_items_go_on_after_one_that_names_its_kind() -> None:
    rows = agreements_in(
        "Ереван и Тегеран подписали пакет документов:",
        "– межведомственные меморандумы о связи и о почте;",
        "– о взаимных поездках;",
    )
    assert [(r.kind, r.status) for r in rows] == [("package", "signed")] + [("memorandum", "signed")] * 2


def test_a_sentence_about_something_is_no_item() -> None:
    rows = agreements_in("Ереван и Тегеран подписали новые меморандумы.", "О погоде в горах сообщают синоптики.")
    assert [r.kind for r in rows] == ["memorandum"]


def test_documents_are_named_behind_those_they_belong_to() -> None:
    rows = agreements_in(
        "Иран и Грузия подписали ряд документов. Среди подписанных важных соглашений – меморандум о рисе."
    )
    assert [(r.kind, r.status) for r in rows] == [("package", "signed"), ("memorandum", "signed")]


def test_bullets_belong_to_the_documents_told_before_a_remark() -> None:
    rows = agreements_in(
        "Грузия и Китай подписали важные меморандумы.",
        "Об этом сообщило министерство экономики.",
        "- меморандум о рисе;",
        "- меморандум о чае.",
    )
    assert [(r.kind, r.status, r.subject) for r in rows] == [
        ("memorandum", "signed", None), ("memorandum", "signed", "рисе"), ("memorandum", "signed", "чае"),
    ]  # fmt: skip


def test_sentence_without_any_verb_lists_what_was_signed() -> None:
    rows = agreements_in(
        "Грузия и Иран подписали три документа. Обмен между музеями, меморандум между Поти и Энзели, а также соглашение "
        "о чае."
    )
    assert [(r.kind, r.status) for r in rows] == [
        ("package", "signed"),
        ("memorandum", "signed"),
        ("agreement", "signed"),
    ]


def test_sentence_that_names_what_was_signed_is_head_and_list() -> None:
    rows = agreements_in("Среди подписанных документов: соглашение Грузии и Ирана о чае и договор о рыбе.")
    assert [(r.kind, r.status) for r in rows] == [("agreement", "signed"), ("treaty", "signed")]


def test_memoranda_of_different_sides_stay_apart() -> None:
    rows = agreements_in(
        "Грузия и Иран подписали ряд документов. Среди них – меморандум о взаимопонимании (МоВ) о чае между портами. "
        "Подписан меморандум о взаимопонимании между вузами Грузии и Ирана."
    )
    assert [(r.kind, r.subject) for r in rows] == [
        ("package", None), ("memorandum", "чае между портами"), ("memorandum", None),
    ]  # fmt: skip
