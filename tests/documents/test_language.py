"""Languages told apart."""

import pytest

from pipelines.documents.language import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Товарооборот двух стран вырос, сообщили в посольстве. Əkin уже в Баку.", "ru"),
        ("Встреча президентов", "ru"),
        ("Экспорт Вьетнама в Россию упал на треть – до 1,2 млрд долларов.", "ru"),
        ("Тавараабарот дзвюх краін вырас, паведамілі ў пасольстве. Ён дасягнуў новага ўзроўню.", "be"),
        ("Товарообіг двох країн зріс, повідомили в посольстві. Він сягнув нового рівня.", "uk"),
        ("Екі ел арасындағы тауар айналымы өсті, деп хабарлады елшілік. Бұл туралы қала әкімі айтты.", "kk"),
        ("Трговинска размена двеју земаља је порасла, саопштила је амбасада. Љубав и његов џеп.", "sr"),
        ("Стокообменът между двете страни се е увеличил, съобщиха от посолството.", "bg"),
        ("Trade between the two countries grew by a third, the embassy said.", "en"),
        ("İki ölkə arasında ticarət dövriyyəsi artıb, səfirlikdən bildirilib.", "az"),
        ("İki ülke arasındaki ticaret hacmi arttı, büyükelçilikten yapılan açıklamada bildirildi.", "tr"),
        ("Երկու երկրների ապրանքաշրջանառությունն աճել է", "hy"),
        ("12 345", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert find_language(text) == language
