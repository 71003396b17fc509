"""Repairs below the level of a line."""

import pytest

from pipelines.documents.characters import repair_characters
from pipelines.documents.offsets import Draft


@pytest.mark.parametrize(
    ("raw", "clean", "why"),
    [
        ("на 5&nbsp;% &mdash; &laquo;Лён&raquo; &#8470;&#x31;", "на 5 % — «Лён» №1", "entities"),
        ("AT&T и R&D", "AT&T и R&D", "an ampersand is no entity"),
        ("товаро\u00adоборот", "товарооборот", "soft hyphen"),
        ("Ки\u0301ев и но\u0301вый Йошкар", "Киев и новый Йошкар", "accents"),
        ("Алии\u0306ев", "Алийев", "letter in two code points"),
        (r"до \$1,2 млрд \(план\)", "до $1,2 млрд (план)", "markdown escapes"),
        ("с [визитом](https://x.by/a_b) в **Баку**", "с визитом в Баку", "link and bold"),
        (r"[Оборот \$4 млрд](#)", "Оборот $4 млрд", "escape inside a link"),
        ("![схема](a.png)текст", "текст", "image"),
        ("<b>Посол</b> — о <i>торговле</i>", "Посол — о торговле", "inline tags"),
        ("один<br/>два", "один\nдва", "a break is a new line"),
        ("2 < 3 и 5 > 4", "2 < 3 и 5 > 4", "signs are no tags"),
        ("5\u00a0млн\u202fруб.", "5 млн руб.", "spaces of every kind"),
        ("Бeларусь и Aзербайджан", "Беларусь и Азербайджан", "Latin letters inside Cyrillic words"),
        ("Sрutnik", "Sputnik", "Cyrillic letters inside a Latin word"),
        ("торгово- экономического", "торгово-экономического", "broken compound"),
        ("часто - политическое", "часто - политическое", "spaces on both sides, first part unsure"),
        ("белорусско - российский", "белорусско-российский", "spaces on both sides of a sure one"),
        ("вице- премьер", "вице-премьер", "prefix"),
        ("двух- и трехкратный", "двух- и трехкратный", "hanging hyphen stays"),
        ("государство- участник", "государство- участник", "no adjective after it"),
        ("на $1 ,7 млрд", "на $1,7 млрд", "space before a decimal comma"),
        ("во вторникTrend сообщило", "во вторник Trend сообщило", "Latin name glued on"),
        ("RepublicПрезидент", "Republic Президент", "Cyrillic glued on"),
        ("визитом.Визит намечен", "визитом. Визит намечен", "sentence glued on"),
        ("сказал он».Визит намечен", "сказал он». Визит намечен", "sentence glued to a quotation"),
        ("на 70%Объем торговли", "на 70% Объем торговли", "paragraph glued to a figure"),
        ("в АзербайджанеПо протоколу", "в Азербайджане По протоколу", "two words of the dictionary"),
        ("МегаФон и БелАЗ с ФинОбзором", "МегаФон и БелАЗ с ФинОбзором", "names with capitals inside"),
        ("И.Алиев и А.Г.Лукашенко", "И.Алиев и А.Г.Лукашенко", "initials"),
        ("сайт Day.Az и mir24.tv", "сайт Day.Az и mir24.tv", "addresses"),
        ("один\r\nдва\rтри", "один\nдва\nтри", "line ends"),
    ],
)
def test_repairs(raw: str, clean: str, why: str) -> None:
    assert repair_characters(Draft.of(raw)).text == clean, why
