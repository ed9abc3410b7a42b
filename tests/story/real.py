"""Real data beside the checkout, as the program meets them: registers, logs, photos, visits."""

import csv
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fieldaudit.actions import example
from fieldaudit.visit.records import Site
from tests.rules.tree import ROOT

REAL = ROOT.parent / "shared" / "real"

STREET = "500112014"
"""One of the streets that the bundled checklists offer; it lies in 渝北."""


def streets() -> dict[str, str]:
    return {
        each["code"]: each["name"]
        for each in json.loads((REAL / "streets_chongqing.json").read_bytes())
    }


def counties() -> dict[str, Any]:
    """Return code → boundary in GCJ-02; those that cross themselves are mended."""
    import shapely
    from shapely.geometry import shape

    features = json.loads((REAL / "province500000.json").read_bytes())["features"]
    for code in ("500105", "500108", "500109", "500112"):
        features += json.loads((REAL / f"{code}.json").read_bytes())["features"]
    found = {str(f["properties"]["adcode"]): shape(f["geometry"]) for f in features}
    return {code: shapely.make_valid(area) for code, area in found.items()}


def write_register(folder: Path) -> Path:
    """Place one community inside each county, three in 渝北; numbers as a map gives them."""
    names, file = streets(), folder / "register.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(["编码", "名称", "类型", "街道", "纬度", "经度"])
        for code, area in sorted(counties().items()):
            point = area.representative_point()
            own = [each for each in names if each.startswith(code)] or [STREET]
            street = STREET if code == "500112" else own[0]
            for number in range(3 if code == "500112" else 1):
                place = (f"{point.y + number * 1e-4:.6f}", f"{point.x:.6f}")
                name = f"{names[street]}试验点{number + 1}"
                table.writerow([f"R-{code}-{number}", name, "residential", street, *place])
    return file


def logs(folder: Path) -> list[Path]:
    """Unpack the drive tests; their names are times, and so are unique with the folder's."""
    with zipfile.ZipFile(REAL / "drive_tests" / "cork_5g.zip") as archive:
        names = [n for n in archive.namelist() if n.endswith(".csv") and "__MACOSX" not in n]
        return [Path(archive.extract(name, folder)) for name in sorted(names)]


def pictures(kind: str) -> list[Path]:
    return sorted((REAL / "photos" / kind).glob("*.jpg"))


def write_visits(folder: Path, site: Site, files: Sequence[Path], **more: object) -> Path:
    """Write a finished visit with the bundled example's usual answers and these photos."""
    start, end = "2022-07-08T09:00:00+08:00", "2022-07-08T10:00:00+08:00"
    answers = {
        **example.read_example().usual["residential"],
        **{"COM-01": site.code, "COM-02": site.name, "COM-03": STREET},
        **{"COM-04-start": start, "COM-04-end": end, "COM-08": f"{site.position} 0 6"},
    }
    fields = {
        "site": site.code,
        "form": "residential",
        "inspector": "张三",
        "started": start,
        "ended": end,
        "answers": answers,
        "states": {"RES-27": {"state": "not_checked", "reason": "光源未带到现场"}},
        "photos": [{"file": str(file), "question": "COM-10"} for file in files],
        **more,
    }
    out = folder / f"visits-{site.code}.json"
    out.write_text(json.dumps({"visits": [fields]}, ensure_ascii=False), "utf-8")
    return out
