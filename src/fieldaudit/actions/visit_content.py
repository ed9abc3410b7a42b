"""A visit as a package prints it: site, checklist, photos, coverage, sharing, sign-off."""

from dataclasses import dataclass
from functools import partial

from fieldaudit.actions.checklist_content import numbered, sections
from fieldaudit.actions.coverage_content import coverage_rows
from fieldaudit.actions.finding_content import after_photos, findings_by_path
from fieldaudit.actions.findings import findings_of_visit
from fieldaudit.actions.paper_content import leaving, paper_contents
from fieldaudit.actions.photo_content import Seen, Uses, photo_contents
from fieldaudit.actions.place_content import place_content
from fieldaudit.actions.sharing import list_relations
from fieldaudit.actions.sheets import VisitSheet, draft_of, open_sheet, shown_questions
from fieldaudit.actions.snapshots import ended_at, signed_at
from fieldaudit.actions.wording import words_of
from fieldaudit.form.definition import Form
from fieldaudit.package.content import (
    Acknowledgement,
    Conclusion,
    RevisionContent,
    Seal,
    SealState,
    SignOff,
    SiteContent,
    SourceContent,
    VisitContent,
    VisitStatus,
)
from fieldaudit.package.evidence import PlaceContent, RelationContent
from fieldaudit.store import records, seals
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.datum import DATUM_TEXTS, Datum
from fieldaudit.visit.draft import Draft
from fieldaudit.visit.records import Site
from fieldaudit.visit.relation import Relation
from fieldaudit.visit.sharing_states import STATE_TEXTS, State
from fieldaudit.visit.sharing_words import FORMS, PARTY_TEXTS, REFUSAL_TEXTS
from fieldaudit.visit.stamp import now

_INSPECTOR = QT_TRANSLATE_NOOP("Domain", "检查人")
_ESCORT = QT_TRANSLATE_NOOP("Domain", "受检或陪同单位")
_EXAMPLE = QT_TRANSLATE_NOOP("Domain", "示例站点，非真实地点")
_NOTE = QT_TRANSLATE_NOOP("Domain", "说明")

_ACKNOWLEDGED = {
    "signed": Acknowledgement.SIGNED,
    "refused": Acknowledgement.REFUSED,
    "later": Acknowledgement.LATER,
}


@dataclass(frozen=True, slots=True)
class _Answers:
    """A visit's answers in words, by question name."""

    draft: Draft
    language: str

    def words(self, name: str) -> str:
        """Return the answer as a person reads it; empty when it was not asked."""
        for path, text in self.draft.answers().items():
            if path.rpartition("/")[2] == name and self.draft.shown(path).relevant:
                labels = {c.value: c.label.get(self.language, "") for c in self.draft.choices(path)}
                return labels.get(text) or text
        return ""

    def code(self, name: str) -> str:
        """Return the answer as stored."""
        found = self.draft.answers().items()
        return next((text for path, text in found if path.rpartition("/")[2] == name), "")


def visit_content(
    survey: Survey, visit: str, catalog: Catalog, *, uses: Uses | None = None
) -> VisitContent:
    """Gather everything that is printed of one visit.

    Args:
        survey: where it is.
        visit: its record id.
        catalog: the words.
        uses: which visits show which originals; a photo that others show is remarked.
    """
    record, sheet = records.record(survey, visit), open_sheet(survey, visit)
    draft = draft_of(sheet)
    language = sheet.form.language(catalog.language)
    said = _Answers(draft, language)
    restricted = said.code("COM-14") == "yes"
    failed = [each.path for each in shown_questions(draft) if each.finding]
    today = now().datetime().date()
    listed = findings_of_visit(survey, sheet, failed, today=today, catalog=catalog)
    papers = leaving(sheet.papers, restricted=restricted)
    photos = (*sheet.photos, *after_photos(survey, listed))
    numbers = {photo.id: number for number, photo in enumerate(photos, 1)}
    started = said.code("COM-04-start") or sheet.summary.started
    ended = said.code("COM-04-end") or ended_at(record)
    place = sheet.summary.site.position
    seen = Seen(visit, started, ended, "" if restricted else place, uses or {})
    return VisitContent(
        id=visit,
        site=_site(sheet.summary.site, sheet.form, catalog, restricted=restricted),
        form=source_of(sheet.form),
        visit_type=said.words("COM-07"),
        inspectors=(sheet.summary.inspector,),
        started=started,
        ended=ended,
        status=VisitStatus(sheet.summary.status.value),
        conclusion=Conclusion(sheet.verdict.conclusion.value),
        score=sheet.verdict.score,
        sections=sections(
            draft,
            language=language,
            photos={} if restricted else numbered(sheet.photos),
            placeless=restricted,
            papers=numbered(papers),
            catalog=catalog,
            findings=findings_by_path(listed, numbers),
        ),
        papers=paper_contents(survey, draft, papers, language),
        photos=() if restricted else photo_contents(survey, photos, catalog, seen),
        coverage=() if restricted else coverage_rows(survey, sheet, catalog),
        relations=tuple(_relation(each, catalog) for each in list_relations(survey, visit=visit)),
        signoffs=_signoffs(sheet, said, record, catalog),
        revisions=_revisions(record),
        seal=_seal(survey, record),
        access=said.words("COM-11"),
        access_reason=said.words("COM-12"),
        accompanied=" ".join(filter(None, (said.words("COM-06"), said.words("COM-06-role")))),
        override=_override(said),
        restricted=restricted,
    )


def source_of(form: Form) -> SourceContent:
    """Return what is printed of a form version."""
    return SourceContent(form.id, form.title, form.version, form.hash)


def _override(said: _Answers) -> str:
    reason = said.words("COM-15-reason")
    return f"{said.words('COM-15')}: {reason}" if reason else ""


def _site(site: Site, form: Form, catalog: Catalog, *, restricted: bool) -> SiteContent:
    facts: tuple[tuple[str, str], ...] = ()
    if site.example:
        facts = ((catalog.text("Domain", _NOTE), catalog.text("Domain", _EXAMPLE)),)
    return SiteContent(
        code=site.code,
        name=site.name,
        kind=words_of(site.kind, catalog, "kind") or form.title,
        street=site.street,
        address="" if restricted else site.address,
        place=None if restricted else _site_place(site, catalog),
        facts=facts,
    )


def _site_place(site: Site, catalog: Catalog) -> PlaceContent | None:
    datum = Datum(site.datum) if site.datum in list(Datum) else Datum.WGS84
    words = catalog.text("Domain", DATUM_TEXTS[datum])
    original = site.position_original if datum is not Datum.WGS84 else ""
    return place_content(site.position, "", datum=words, original=original)


def _relation(relation: Relation, catalog: Catalog) -> RelationContent:
    say = partial(catalog.text, "Domain")
    form = FORMS.get(relation.form)
    users = tuple(say(PARTY_TEXTS.get(user, user)) for user in relation.users)
    unit = words_of(relation.unit, catalog, "unit")
    reasons = [say(REFUSAL_TEXTS.get(code, code)) for code in relation.refusal]
    return RelationContent(
        form=relation.form,
        form_name=say(form.name) if form else relation.form,
        asset=relation.asset,
        owner=say(PARTY_TEXTS.get(relation.owner, relation.owner)),
        users=users,
        state=say(STATE_TEXTS[relation.state]),
        refused=relation.state is State.REFUSED,
        reason=catalog.joined(reasons),
        agreement=relation.agreement_no,
        valid=(relation.valid_from, relation.valid_to),
        quantity=f"{relation.quantity} {unit or relation.unit}".strip(),
        verified=True,
    )


def _signoffs(
    sheet: VisitSheet, said: _Answers, record: Record, catalog: Catalog
) -> tuple[SignOff, ...]:
    signed = signed_at(record)
    inspector = SignOff(
        part=catalog.text("Domain", _INSPECTOR),
        name=sheet.summary.inspector,
        state=Acknowledgement.SIGNED if signed else Acknowledgement.PENDING,
        at=signed,
    )
    escort = SignOff(
        part=catalog.text("Domain", _ESCORT),
        unit=said.words("COM-06"),
        role=said.words("COM-06-role"),
        state=_ACKNOWLEDGED.get(said.code("COM-16"), Acknowledgement.PENDING),
        reason=said.words("COM-16-reason"),
        witness=said.words("COM-16-witness") or said.words("COM-12-witness"),
    )
    return inspector, escort


def _revisions(record: Record) -> tuple[RevisionContent, ...]:
    """Return the visit's own heads; each photo's hash stands below the photo."""
    return tuple(RevisionContent(record.id, record.kind, head) for head in record.heads)


def _seal(survey: Survey, record: Record) -> Seal:
    """Return what the seals of the inspector who signed say, else those of the visit's maker."""
    found = {tally.name or tally.author: tally for tally in seals.tallies(survey)}
    makers = (tally for tally in found.values() if tally.author == record.author)
    tally = found.get(record.get("$inspector")) or next(makers, None)
    if tally is None:
        return Seal(SealState.UNSEALED)
    return Seal(SealState(tally.state.value), tally.name, tally.author, signed_at(record))
