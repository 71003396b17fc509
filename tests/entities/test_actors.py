import pytest

from tests.entities.actor_texts import of_kind

ROLES = [
    ("Президент Республики Беларусь прибыл", "president", "BLR", "the country behind"),
    (
        "азербайджанский лидер прибыл",
        "president",
        "AZE",
        "the adjective before; a leader is what his country calls him",
    ),
    ("лидер Великобритании прибыл", "prime_minister", "GBR", "a leader where the government leads"),
    ("глава белорусского государства прибыл", "president", "BLR", "an adjective inside"),
    ("поездка главы азербайджанского правительства", "prime_minister", "AZE", "an adjective inside, genitive"),
    ("глава МИД Казахстана прибыл", "foreign_minister", "KAZ", "head of a ministry in one word"),
    ("руководитель Министерства энергетики Армении прибыл", "energy_minister", "ARM", "head of a ministry in words"),
    ("министр транспорта и коммуникаций Беларуси прибыл", "transport_minister", "BLR", "the first field names it"),
    ("замминистра экономики Грузии прибыл", "deputy_economy_minister", "GEO", "a deputy in one word"),
    ("первый заместитель министра обороны Сербии", "first_deputy_defence_minister", "SRB", "a first deputy"),
    (
        "заместитель председателя кабинета министров Кыргызстана",
        "deputy_prime_minister",
        "KGZ",
        "a deputy of the chair",
    ),
    ("первый вице-премьер Белоруссии прибыл", "first_deputy_prime_minister", "BLR", "one word for it"),
    ("посол Беларуси в Азербайджане рассказал", "ambassador", "BLR", "whose he is, not where"),
    ("депутат Милли Меджлиса прибыл", "member_of_parliament", "AZE", "the parliament tells the country"),
    ("председатель Государственной думы прибыл", "speaker", "RUS", "the chair of a parliament"),
    ("губернатор Псковской области прибыл", "governor", "RUS", "the region tells the country"),
    ("председатель Витебского облисполкома прибыл", "governor", "BLR", "a body of one country alone"),
    ("гендиректор МАЗа прибыл", "head_of_company", "BLR", "the company tells the country"),
    ("король Иордании прибыл", "king", "JOR", "a monarch"),
    ("главы Беларуси", "president", "BLR", "head of a country"),
]


@pytest.mark.parametrize(("text", "role", "country", "why"), ROLES, ids=[r[3] for r in ROLES])
def test_role_and_whose_it_is(text: str, role: str, country: str, why: str) -> None:
    assert [(m.role, m.country) for m in of_kind(text, "role")] == [(role, country)], why


NO_ROLE = [
    ("память общенационального лидера Гейдара Алиева", "a founder, not an office"),
    ("После визита подписали план", "the preposition, not the ambassador"),
    ("На рынке появились лидеры продаж", "another kind of leader"),
    ("Премьера спектакля прошла в Минске", "a first night"),
    ("Гости осмотрели завод", "guests of no country"),
    ("Член клуба рассказал", "a member of no parliament"),
]


@pytest.mark.parametrize(("text", "why"), NO_ROLE, ids=[n[1] for n in NO_ROLE])
def test_no_role(text: str, why: str) -> None:
    assert [m.surface for m in of_kind(text, "role")] == [], why


BOUND = [
    (
        "Игорь Дашкевич, первый вице-премьер, прибыл",
        {"Игорь Дашкевич": ("first_deputy_prime_minister", None)},
        "behind",
    ),
    (
        "Министры иностранных дел Белоруссии и Сербии Петр Заяц и Горан Милич встретились",
        {"Петр Заяц": ("foreign_minister", "BLR"), "Горан Милич": ("foreign_minister", "SRB")},
        "two names share a plural office",
    ),
    (
        "разговор президентов Азербайджанской Республики Агиля Керимова и Республики Беларусь Петра Кравца",
        {"Агиль Керимов": ("president", "AZE"), "Петр Кравец": ("president", "BLR")},
        "each name behind its own country",
    ),
    (
        "переговоры с вице-премьером, председателем Госкомитета по имуществу Али Гасымовым",
        {"Али Гасымов": ("deputy_prime_minister", None)},
        "of two offices the first",
    ),
    (
        "председатель комиссии парламента Армении по энергетике Арам Бабаян",
        {"Арам Бабаян": ("member_of_parliament", "ARM")},
        "an office drawn out to its name",
    ),
    (
        "переговоры премьер-министра Грузии Вахтанга Долидзе и его коллеги из Монголии Бата Болда",
        {"Вахтанг Долидзе": ("prime_minister", "GEO"), "Бат Болд": ("prime_minister", "MNG")},
        "a colleague from a country",
    ),
    (
        "Российскую делегацию возглавляет вице-премьер Олег Лаптев",
        {"Олег Лаптев": ("deputy_prime_minister", "RUS")},
        "the delegation tells the country",
    ),
    (
        "переговоры с президентом Вьетнама Чан Ван Зуном и премьер-министром Фам Тхе Хунгом",
        {"Чан Ван Зун": ("president", "VNM"), "Фам Тхе Хунг": ("prime_minister", "VNM")},
        "the office beside has the same country",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), BOUND, ids=[b[2] for b in BOUND])
def test_name_gets_its_office(text: str, expected: dict[str, tuple[str, str | None]], why: str) -> None:
    assert {m.canonical_name: (m.role, m.country) for m in of_kind(text, "person")} == expected, why


def holders_of(text: str, year: int | None = None) -> dict[str, str | None]:
    return {m.surface: m.person for m in of_kind(text, "role", year)}


def test_document_tells_the_holder_before_the_table_does() -> None:
    text = "Президент Азербайджана Агиль Керимов прилетел в Минск.\nАзербайджанский лидер пробудет два дня."
    assert holders_of(text, 2015)["Азербайджанский лидер"] == "Агиль Керимов"


@pytest.mark.parametrize(
    ("year", "person", "why"),
    [
        (2012, "Ильхам Алиев", "one holder all the year"),
        (2003, None, "two holders in the year"),
        (None, None, "no date, several holders since 2000"),
    ],
)
def test_table_tells_the_holder_of_a_dated_document(year: int | None, person: str | None, why: str) -> None:
    assert holders_of("Президент Азербайджана принял посла Ирана.", year)["Президент Азербайджана"] == person, why


def test_counterpart_has_the_same_office_in_the_other_country() -> None:
    text = (
        "Премьер-министр Узбекистана Акмаль Саидов говорил с премьер-министром Таджикистана Далером Назаровым.\n"
        "Таджикский премьер назвал сроки. Его визави согласился."
    )
    assert holders_of(text)["Его визави"] == "Акмаль Саидов"


def test_counterpart_with_a_country_and_a_name() -> None:
    found = of_kind("Министр обороны Сербии Милан Савич встретился с белорусским коллегой Олегом Жуком.", "person")
    assert [(m.canonical_name, m.role, m.country) for m in found][1] == ("Олег Жук", "defence_minister", "BLR")


def test_bare_office_is_the_one_spoken_of() -> None:
    text = "Губернатор Псковской области Михаил Титов приехал в Витебск.\nГубернатор осмотрел завод."
    role = of_kind(text, "role")[-1]
    assert (role.person, role.country, role.form) == ("Михаил Титов", "RUS", "anaphoric")


def test_office_of_another_institution_is_somebody_else() -> None:
    text = "Председатель Милли Меджлиса Азербайджана Эльдар Агаев прибыл. Его пригласил спикер Кнессета."
    assert holders_of(text)["спикер Кнессета"] is None


@pytest.mark.parametrize("text", ["главы государств обсудили", "оба президента обсудили", "лидеры двух стран обсудили"])
def test_plural_offices_stand_for_nobody_in_particular(text: str) -> None:
    role = of_kind(text, "role")[0]
    assert (role.form, role.person) == ("plural", None)


def test_former_office_is_marked() -> None:
    assert of_kind("бывший президент Польши приехал", "role", 2020)[0].form == "former"


@pytest.mark.parametrize(
    ("sentence", "person", "why"),
    [
        ("Собеседник напомнил о визите.", "Агиль Керимов", "the one who spoke last"),
        ("Керимов передал собеседнику привет.", "Петр Кравец", "the other one of the two"),
    ],
    ids=["subject", "object"],
)
def test_interlocutor(sentence: str, person: str, why: str) -> None:
    text = f"Президент Азербайджана говорил с премьером Петром Кравцом. Агиль Керимов доволен. {sentence}"
    assert of_kind(text, "role")[-1].person == person, why
