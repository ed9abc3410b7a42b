"""A survey as people use it, made by the actions once per run and copied for each test."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from fieldaudit.actions import identities, merges, reviews, sites, surveys, visits
from fieldaudit.actions.writing import author_of
from fieldaudit.paths import bundled_form
from fieldaudit.visit.stamp import Author

PASSWORD = "一二三四5678"
REGISTER = """编码,名称,类型,街道,地址,经度,纬度
RES-0012,大竹林·示例小区,residential,大竹林街道,示例路 1 号,106.4900,29.6300
RES-0013,礼嘉·示例小区,residential,礼嘉街道,示例路 2 号,106.5200,29.6600
RES-0014,鸳鸯·示例小区,residential,鸳鸯街道,示例路 3 号,106.5500,29.6200
"""


@dataclass(frozen=True)
class Sample:
    """A survey file, the key of its founder, and a second inspector's copy with other answers."""

    survey: Path
    identity: Path
    other: Path
    author: Author

    def copied(self, folder: Path) -> "Sample":
        """Return the same in another folder."""
        files = (self.survey, self.identity, self.identity.with_suffix(".pem"), self.other)
        copies = [Path(shutil.copy(file, folder)) for file in files]
        return Sample(copies[0], copies[1], copies[3], self.author)


@cache
def sample() -> Sample:
    """Make the survey: one visit in work, one signed, one accepted, one copy that disagrees."""
    folder = Path(mkdtemp(prefix="fieldaudit-gui-"))
    key = folder / "zhang.p12"
    identity = identities.create(
        key, name="张三", role="inspector", unit="大竹林街道", password=PASSWORD
    )
    author = author_of(identity)
    file, other = folder / "survey.gpkg", folder / "other.gpkg"
    surveys.new_survey(
        file,
        name="两江新区千兆城市核查 2026",
        founder=author,
        region="两江新区",
        streets={"S01": "大竹林街道", "S02": "礼嘉街道", "S03": "鸳鸯街道"},
        forms=[bundled_form("residential.md")],
    )
    register = folder / "sites.csv"
    register.write_text(REGISTER, "utf-8")
    with surveys.open_survey(file) as survey:
        sites.import_sites(survey, file=register, author=author)
        for site in sites.list_sites(survey):
            visit = visits.start_visit(survey, site=site.id, author=author).value
            visits.keep_draft(survey, visit=visit, changes=ANSWERS)
            visits.save_visit(survey, visit=visit, author=author)
    shutil.copy(file, other)
    _disagree(file, author, "-31.0")
    _disagree(other, author, "-19.5")
    return Sample(file, key, other, author)


ANSWERS: dict[str, str | None] = {
    "access/COM-11": "normal",
    "base/sample_home": "yes",
    "base/measured": "instrument",
    "base/RES-05": "1200",
    "fibre/RES-27": "3.5",
    "rooms/RES-16": "yes",
    "cabling/RES-22": "no",
}


def _disagree(file: Path, author: Author, value: str) -> None:
    with surveys.open_survey(file) as survey:
        first = min(visits.list_visits(survey), key=lambda visit: visit.site.code)
        visits.keep_draft(survey, visit=first.id, changes={"fibre/RES-26": value})
        visits.save_visit(survey, visit=first.id, author=author)


def merge_other(one: Sample) -> None:
    """Merge the copy, so that there is a conflict."""
    with surveys.open_survey(one.survey) as survey:
        merges.merge(survey, sources=[one.other])


__all__ = ["PASSWORD", "Sample", "merge_other", "reviews", "sample"]


def forget(file: Path) -> None:
    """Drop what is remembered of checklists judged before."""
    with surveys.open_survey(file) as survey, survey.atomic() as db:
        db.execute("delete from judged")
