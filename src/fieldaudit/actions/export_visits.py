"""Visits as they leave the survey: answers that count, without what the variant withholds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from fieldaudit.actions.attached import files_of
from fieldaudit.actions.forms import form_of
from fieldaudit.actions.sheets import (
    CLOSED,
    entered,
    item_of,
    live_draft,
    local_now,
    rules_of,
    shown_questions,
    status_of,
)
from fieldaudit.actions.snapshots import answers_of, signed_at, site_of
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.assess.verdict import conclude
from fieldaudit.form.definition import Form, Question
from fieldaudit.form.places import ORDER
from fieldaudit.form.state import RowKind
from fieldaudit.package.exports.columns import CHOICES
from fieldaudit.package.exports.photo_names import photo_name, unique
from fieldaudit.package.exports.submission import submission_xml
from fieldaudit.package.exports.variants import ATTACHED, RESTRICTED, Policy
from fieldaudit.package.exports.visit import Excused, Failed, LeavingVisit
from fieldaudit.store import drafts, records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.draft import Draft
from fieldaudit.visit.judgement import AnswerState
from fieldaudit.visit.records import Paper, Photo, Site
from fieldaudit.visit.stamp import parse_moment


@dataclass(frozen=True, slots=True)
class _Opened:
    """A visit's live form, with what belongs to it."""

    record: Record
    form: Form
    draft: Draft
    photos: tuple[Photo, ...]
    papers: tuple[Paper, ...]


class Leaving:
    """Takes visits out of one survey, each on its own.

    Attributes:
        policy: what may leave.
        sites: the register as it may leave, by record id.
        names: file name of each photo and paper that leaves, by record id.
    """

    def __init__(
        self,
        survey: Survey,
        policy: Policy,
        catalog: Catalog,
        photos: Mapping[str, tuple[Photo, ...]],
        *,
        papers: Mapping[str, tuple[Paper, ...]] | None = None,
    ) -> None:
        """Look over the survey: which sites are restricted, what its thresholds are.

        Args:
            survey: where from.
            policy: what may leave.
            catalog: the language of labels.
            photos: record id of a visit → its photos.
            papers: record id of a visit → its papers.
        """
        self.policy = policy
        self._survey = survey
        self._catalog = catalog
        self._photos = photos
        self._papers = papers or {}
        self._parameters = parameters_of(survey).values()
        self._typing = frozenset(drafts.waiting(survey))
        self._restricted = {
            record.get("$site")
            for record in records.records(survey, "visit")
            if _restricts(self._answers(record))
        }
        self.sites = {
            record.id: self._site(site_of(record)) for record in records.records(survey, "site")
        }
        self._taken: set[str] = set()
        self.names: dict[str, str] = {}

    def take(self, record: Record) -> LeavingVisit:
        """Return one visit."""
        opened = self._open(record)
        draft, form = opened.draft, opened.form
        shown = shown_questions(draft)
        items = map(item_of, shown)
        answers = dict(self._told(opened))
        photos = () if self._withheld(record) else opened.photos
        for number, photo in enumerate(photos, 1):
            self._name(record, number, photo)
        restricted = self.restricted(record)
        papers = tuple(self._giving(opened))
        for number, paper in enumerate(papers, 1):
            self._name(record, number, paper)
        told = [each for each in shown if self._tells(record, each.question)]
        return LeavingVisit(
            id=record.id,
            site=self._site_at(record),
            form=form,
            status=status_of(record),
            inspector="" if self.policy.public else record.get("$inspector"),
            started=record.get("$started"),
            ended=record.get("$ended"),
            signed=signed_at(record),
            position="" if restricted else self._position(record.get("$position")),
            verdict=conclude(items, rules_of(self._parameters), entered=entered(draft)),
            answers=answers,
            words=self._words(draft, answers),
            instances=tuple(
                row.path for row in draft.rows() if row.kind is RowKind.INSTANCE and row.relevant
            ),
            failed=tuple(Failed(each.path, each.question) for each in told if each.finding),
            excused=tuple(
                Excused(each.path, each.question, each.answered.value, each.reason)
                for each in told
                if each.answered is not AnswerState.ANSWERED
            ),
            unknown={} if restricted else _unknown(draft),
            photos=photos,
            papers=papers,
            files={name: self.names[name] for name in (*map(_id, photos), *map(_id, papers))},
            conflicts=record.conflicts,
            restricted=restricted,
        )

    def submission(self, record: Record) -> bytes:
        """Return a visit as the instance XML of its form."""
        opened = self._open(record)
        return submission_xml(opened.form, record.id, self._nodes(opened))

    def restricted(self, record: Record) -> bool:
        """Tell whether a visit's site is in a restricted area, as any visit to it found."""
        return record.get("$site") in self._restricted

    def _open(self, record: Record) -> _Opened:
        form = form_of(self._survey, record.get("$form"))
        photos, papers = self._photos.get(record.id, ()), self._papers.get(record.id, ())
        inspector, started = record.get("$inspector"), record.get("$started")
        draft = live_draft(
            form,
            self._answers(record),
            parameters=self._parameters,
            photos=photos,
            papers=papers,
            clock=_clock(record),
            files=files_of(self._survey, form, inspector=inspector, started=started),
        )
        return _Opened(record, form, draft, photos, papers)

    def _answers(self, record: Record) -> dict[str, str]:
        typed = drafts.typed(self._survey, record.id) if record.id in self._typing else {}
        whole = {**answers_of(record), **typed}
        return {path: text for path, text in whole.items() if text is not None}

    def _told(self, opened: _Opened) -> Iterator[tuple[str, str]]:
        """Yield the answers that count and may leave, in document order."""
        for path, text in opened.draft.instance.relevant_values().items():
            question = opened.draft.instance.question(path)
            if self._tells(opened.record, question):
                yield path, self.policy.answer(text, question)

    def _tells(self, record: Record, question: Question) -> bool:
        return self.policy.tells(question, restricted=self.restricted(record))

    def _nodes(self, opened: _Opened) -> Iterator[tuple[str, str]]:
        """Yield every relevant node that may leave, for a submission."""
        instance, told = opened.draft.instance, dict(self._told(opened))
        attached: tuple[Photo | Paper, ...] = (*opened.papers, *opened.photos)
        first = {each.question: each.id for each in reversed(attached)}
        for path in instance.paths():
            if not instance.state(path).relevant:
                continue
            try:
                question = instance.question(path)
            except KeyError:
                yield path, ""
                continue
            if question.kind in ATTACHED and path in told and path in first:
                yield path, self.names.get(first[path], "")
            elif self._tells(opened.record, question):
                yield path, told.get(path, "")

    def _words(self, draft: Draft, answers: Mapping[str, str]) -> dict[str, str]:
        language, found = draft.form.language(self._catalog.language), {}
        for path, text in answers.items():
            if draft.instance.question(path).kind in CHOICES:
                labels = {c.value: c.label.get(language, "") for c in draft.choices(path)}
                found[path] = self._catalog.joined(
                    labels.get(code) or code for code in text.split()
                )
        return found

    def _withheld(self, record: Record) -> bool:
        """Tell whether the photos of a visit stay here."""
        return self.policy.public or self.restricted(record)

    def _giving(self, opened: _Opened) -> Iterator[Paper]:
        """Yield the papers of a visit that may leave."""
        restricted = self.restricted(opened.record)
        for paper in opened.papers:
            if self.policy.gives(paper.media_type, restricted=restricted):
                yield paper

    def _name(self, record: Record, number: int, photo: Photo | Paper) -> None:
        name = photo_name(
            site=self._site_at(record).code,
            item=photo.question.rpartition("/")[2],
            number=number,
            sha256=photo.blob,
            original=photo.name,
        )
        self.names[photo.id] = unique(name, self._taken)
        self._taken.add(self.names[photo.id].casefold())

    def _site_at(self, record: Record) -> Site:
        known = self.sites.get(record.get("$site"))
        return known or self._site(site_of(records.record(self._survey, record.get("$site"))))

    def _site(self, site: Site) -> Site:
        if site.id in self._restricted:
            return replace(site, position="", position_original="", address="")
        return replace(site, position=self._position(site.position))

    def _position(self, geopoint: str) -> str:
        place = self.policy.point(geopoint)
        return place.text if place else ""


def _id(attached: Photo | Paper) -> str:
    return attached.id


def _restricts(answers: Mapping[str, str]) -> bool:
    found = answers.items()
    return any(path.rpartition("/")[2] == RESTRICTED and text == "yes" for path, text in found)


def _unknown(draft: Draft) -> dict[str, str]:
    found = draft.instance.unknown.items()
    return {path: text for path, text in found if path.rpartition("/")[2] != ORDER}


def _clock(record: Record) -> Callable[[], datetime]:
    """Let a signed visit's expressions go on meaning the day on which it was signed."""
    try:
        signed = parse_moment(signed_at(record)).datetime()
    except ValueError:
        return local_now
    return (lambda: signed) if status_of(record) in CLOSED else local_now
