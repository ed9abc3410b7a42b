from pytestqt.qtbot import QtBot

from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.widgets.card import QuestionCard
from fieldaudit.gui.widgets.picture import Picture
from tests.kit.forms import a_draft, a_form
from tests.kit.photos import a_photo

FORM = a_form("""
| | type | name | label | media::image |
| | text | a | 看图作答 | plan.jpg |
""")


def test_a_picture_is_shown_no_larger_than_the_page(qtbot: QtBot) -> None:
    picture = Picture("看图作答")
    qtbot.addWidget(picture)
    picture.show_file(a_photo())
    assert not picture.pixmap().isNull()
    assert picture.pixmap().width() <= 480
    assert picture.accessibleName() == "看图作答"
    picture.show_file(b"no picture")
    assert picture.isHidden()


def test_a_question_with_a_picture_shows_the_file_of_its_form(qtbot: QtBot) -> None:
    for files in ({"plan.jpg": a_photo()}, {}):
        draft = a_draft(FORM, attachments=files)
        card = QuestionCard(QuestionsModel(draft, "zh"), "a", locked=False)
        qtbot.addWidget(card)
        assert card.picture is not None
        assert card.picture.isHidden() is not bool(files)
