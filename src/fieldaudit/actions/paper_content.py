"""The attached papers of a visit as a package lists them."""

from collections.abc import Sequence

from fieldaudit.form.rich import plain
from fieldaudit.package.evidence import PaperContent
from fieldaudit.store import blobs
from fieldaudit.store.survey import Survey
from fieldaudit.visit.draft import Draft
from fieldaudit.visit.media import RECORDED
from fieldaudit.visit.records import Paper


def leaving(papers: Sequence[Paper], *, restricted: bool) -> tuple[Paper, ...]:
    """Leave out the recordings of a place where nobody may take any."""
    recorded = (each for each in papers if each.media_type.startswith(RECORDED))
    left = {each.id for each in recorded} if restricted else set()
    return tuple(each for each in papers if each.id not in left)


def paper_contents(
    survey: Survey, draft: Draft, papers: Sequence[Paper], language: str
) -> tuple[PaperContent, ...]:
    """Return the papers by number, each original hashed again.

    Args:
        survey: where they are.
        draft: the visit's live form, for what its questions ask.
        papers: those that are listed.
        language: the form's own name of the language.
    """
    damaged = {name for name, _ in blobs.check(survey, sorted({each.blob for each in papers}))}
    return tuple(
        PaperContent(
            number=number,
            name=paper.name,
            size=paper.size,
            sha256=paper.blob,
            media_type=paper.media_type,
            item=paper.question.rpartition("/")[2],
            label=_asked(draft, paper.question, language),
            caption=paper.caption,
            present=paper.blob not in damaged,
        )
        for number, paper in enumerate(papers, 1)
    )


def _asked(draft: Draft, path: str, language: str) -> str:
    """Return what the question of a paper asks; empty for none, or one that is gone."""
    try:
        return plain(draft.shown(path).label.get(language, "")) if path else ""
    except KeyError:
        return ""
