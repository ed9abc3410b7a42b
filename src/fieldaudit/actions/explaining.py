"""Why a question of a visit is hidden, required, invalid or failed."""

from fieldaudit.actions.sheets import draft_of, live_path, open_sheet
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.explaining import Explained


def explain_question(
    survey: Survey, *, visit: str, question: str
) -> tuple[Explained, dict[str, str]]:
    """Return why a question is as it is, and the form's own names of Chinese and English.

    Args:
        survey: where the visit is.
        visit: its id.
        question: live path, path in the form, or name.

    Raises:
        BadInput: there is no such visit or question.
    """
    draft = draft_of(open_sheet(survey, visit))
    path = live_path(draft, question)
    try:
        found = draft.explain(path)
    except KeyError as error:
        raise BadInput(Code.ANSWER_UNKNOWN, where=question) from error
    return found, {code: draft.form.language(code) for code in ("zh", "en")}
