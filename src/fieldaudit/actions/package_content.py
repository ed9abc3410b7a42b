"""What a package prints and carries, gathered from the survey."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from fieldaudit import __version__
from fieldaudit.actions.forms import attachments_of, form_of
from fieldaudit.actions.photo_content import uses_of
from fieldaudit.actions.snapshots import logs_of
from fieldaudit.actions.thresholds import parameters_of
from fieldaudit.actions.visit_content import source_of, visit_content
from fieldaudit.actions.wording import words_of
from fieldaudit.errors import Code
from fieldaudit.package.content import (
    Balance,
    FileContent,
    PackageContent,
    ParameterContent,
    Relationship,
    SignOff,
    SourceContent,
    VisitContent,
)
from fieldaudit.package.variant import VARIANTS, Variant
from fieldaudit.store import blobs, journal, purge, records
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.stamp import Moment

_TITLE = QT_TRANSLATE_NOOP("Domain", "核查成果包")
_ONE_TITLE = QT_TRANSLATE_NOOP("Domain", "检查记录")
_SIGNS = {
    "inspector": QT_TRANSLATE_NOOP("Domain", "检查人"),
    "street": QT_TRANSLATE_NOOP("Domain", "街道审核"),
    "office": QT_TRANSLATE_NOOP("Domain", "专班审定"),
}
_MAKES = QT_TRANSLATE_NOOP("Domain", "编制")
_CONFIRMED = QT_TRANSLATE_NOOP("Domain", "已确认")
_TO_CONFIRM = QT_TRANSLATE_NOOP("Domain", "待确认")
_FORM_FILE = QT_TRANSLATE_NOOP("Domain", "检查表定义")
_FORM_ATTACHMENT = QT_TRANSLATE_NOOP("Domain", "检查表用到的文件")
_PARAMETER_FILE = QT_TRANSLATE_NOOP("Domain", "阈值参数")
_FIELDS = {"inspector": "inspector", "reviewer": "street", "office": "office"}
"""Role of an identity → the signature field of its part."""

_RULES = Relationship.SUPPLEMENT
_PARAMETER = re.compile(r"parameter\('([^']+)'\)")
_ALWAYS_USED = ("verdict.", "coverage.", "P1.", "P2.")
_MEDIA_TYPES = {
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "xml": "application/xml",
}
_LOG_FILE = QT_TRANSLATE_NOOP("Domain", "测试记录原文")


def package_content(
    survey: Survey,
    chosen: list[Record],
    *,
    identity: Identity,
    moment: Moment,
    catalog: Catalog,
    ask: Callable[[], None] = lambda: None,
) -> PackageContent:
    """Gather everything that is printed of the chosen visits, for those who do the work.

    `ask` is called before each visit; it may stop the work.
    """
    uses, gathered = uses_of(survey), []
    for record in chosen:
        ask()
        gathered.append(visit_content(survey, record.id, catalog, uses=uses))
    printed = tuple(gathered)
    head = records.records(survey, "survey")[0]
    days = sorted(visit.started[:10] for visit in printed)
    say = catalog.text
    return PackageContent(
        number=_number(survey, printed, moment),
        version=1,
        title=say("Domain", _ONE_TITLE if len(printed) == 1 else _TITLE),
        survey=head.get("name"),
        region=head.get("region"),
        streets=tuple(sorted({visit.site.street for visit in printed if visit.site.street})),
        period=(days[0], days[-1]),
        made_at=moment.iso(),
        language=catalog.language,
        draft=False,
        balance=_balance(survey, printed),
        visits=printed,
        software=f"fieldaudit {__version__}",
        signatories=_signatories(identity, printed, catalog),
        parameters=_parameters(survey, chosen, catalog),
        sources=_sources(survey, chosen),
        files=_files(survey, chosen, _bare(printed), catalog),
        classification=say("Pdf", VARIANTS[Variant.INTERNAL]),
    )


def _number(survey: Survey, printed: tuple[VisitContent, ...], moment: Moment) -> str:
    """Number a package by street, form, year and its place in this copy's journal."""
    head = records.records(survey, "survey")[0].values
    codes = {text: path.split("/")[1] for path, text in head.items() if path.startswith("streets/")}
    streets = {visit.site.street for visit in printed}
    kinds = {visit.form.name for visit in printed}
    street = streets.pop() if len(streets) == 1 else ""
    kind = kinds.pop() if len(kinds) == 1 else "batch"
    made = sum(deed == "package" for _, deed, _ in journal.entries(survey))
    where = codes.get(street, street) or "all"
    return f"{where}-{kind}-{moment.datetime().year}-{made + 1:04d}"


def _signatories(
    identity: Identity, printed: tuple[VisitContent, ...], catalog: Catalog
) -> tuple[SignOff, ...]:
    """Return who signs: the maker in the field of that part, then an empty field for each other."""
    say = catalog.text
    own = _FIELDS.get(identity.role, "maker")
    maker = SignOff(
        say("Domain", _MAKES),
        name=identity.name,
        unit=identity.unit,
        role=_role(identity.role, catalog),
        field=own,
    )
    streets = {visit.site.street for visit in printed}
    unit = streets.pop() if len(streets) == 1 else ""
    others = [
        SignOff(
            say("Domain", _SIGNS[field]),
            unit="" if field == "office" else unit,
            role=_role(role, catalog),
            field=field,
        )
        for role, field in _FIELDS.items()
        if field != own
    ]
    return (maker, *others)


def _balance(survey: Survey, printed: tuple[VisitContent, ...]) -> Balance:
    photos = {photo.sha256 for visit in printed for photo in visit.photos}
    named = photos | {paper.sha256 for visit in printed for paper in visit.papers}
    purged = named & purge.purged(survey)
    named -= purged
    damaged = list(blobs.check(survey, sorted(named)))
    missing = sum(code is Code.BLOB_MISSING for _, code in damaged)
    return Balance(
        visits_expected=len(printed),
        photos_expected=len(named),
        photos_present=len(named) - len(damaged),
        photos_damaged=len(damaged) - missing,
        photos_purged=len(purged),
        conflicts=0,
        exceptions=tuple(visit.override for visit in printed if visit.override),
    )


def _parameters(
    survey: Survey, chosen: list[Record], catalog: Catalog
) -> tuple[ParameterContent, ...]:
    """Return the thresholds that the printed verdicts rest on."""
    used, english = _used_parameters(survey, chosen), catalog.language == "en"
    return tuple(
        ParameterContent(
            name=entry.name,
            value=entry.value,
            unit=(english and entry.unit_en) or entry.unit,
            meaning=entry.title.get(catalog.language, ""),
            source=(english and entry.source_en) or entry.source,
            certainty=catalog.text("Domain", _CONFIRMED if entry.confirmed else _TO_CONFIRM),
        )
        for entry in parameters_of(survey).entries
        if entry.name.startswith(used)
    )


def _used_parameters(survey: Survey, chosen: list[Record]) -> tuple[str, ...]:
    """Return the beginnings of the names that the chosen forms, verdicts and coverage read."""
    rules = "".join(
        question.audit.passes
        for name in {record.get("$form") for record in chosen}
        for question in form_of(survey, name).root.questions()
    )
    return (*_ALWAYS_USED, *_PARAMETER.findall(rules))


def _sources(survey: Survey, chosen: list[Record]) -> tuple[SourceContent, ...]:
    forms = sorted({record.get("$form") for record in chosen})
    rules = parameters_of(survey)
    found = [source_of(form_of(survey, name)) for name in forms]
    return (*found, SourceContent(rules.id, rules.title.get("zh", ""), rules.version, rules.hash))


def _bare(printed: tuple[VisitContent, ...]) -> frozenset[str]:
    """Return the visits of restricted areas: no place and no photo of them leaves."""
    return frozenset(visit.id for visit in printed if visit.restricted)


def _files(
    survey: Survey, chosen: list[Record], bare: frozenset[str], catalog: Catalog
) -> tuple[FileContent, ...]:
    """Return what rides inside: the rules, that are for everybody, and the original logs.

    A log is a list of places, so those of restricted visits stay.
    """
    say, files = catalog.text, {}
    for name in sorted({record.get("$form") for record in chosen}):
        form = form_of(survey, name)
        file = f"{form.id}-{form.version}.xml"
        if file in files:
            file = f"{form.id}-{form.version}-{form.hash[:8]}.xml"
        described = say("Domain", _FORM_FILE)
        files[file] = FileContent(file, "application/xml", form.xform, _RULES, described)
        for own in _beside(survey, form.hash, file.removesuffix(".xml"), catalog):
            files[own.name] = own
    blob = records.records(survey, "survey")[0].get("parameters")
    if blob:
        file, described = "parameters.json", say("Domain", _PARAMETER_FILE)
        thresholds = blobs.read(survey, blob)
        files[file] = FileContent(file, "application/json", thresholds, _RULES, described)
    for record in (each for each in chosen if each.id not in bare):
        for log in logs_of(survey, record.id):
            file, described = f"{log.blob[:12]}-{log.name}", say("Domain", _LOG_FILE)
            load = partial(blobs.read, survey, log.blob)
            files[file] = FileContent(file, "text/plain", load, description=described)
    return tuple(files.values())


def _beside(survey: Survey, form: str, stem: str, catalog: Catalog) -> Iterator[FileContent]:
    """Yield the lists and pictures of a checklist, named so that they are found beside it."""
    described = catalog.text("Domain", _FORM_ATTACHMENT)
    for name, data in sorted(attachments_of(survey, form).items()):
        media = _MEDIA_TYPES.get(name.lower().rpartition(".")[2], "application/octet-stream")
        # A list may name persons: it is no rule that everybody may see.
        yield FileContent(f"{stem}-{name}", media, data, description=described)


def _role(role: str, catalog: Catalog) -> str:
    return words_of(role, catalog, "role") or role
