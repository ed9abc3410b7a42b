"""Coverage and sharing of an example visit, as a package prints them."""

import hashlib
from dataclasses import replace

from fieldaudit.package.evidence import Bin, Cell, CoverageContent, RelationContent, Verdict

LOG = b"Timestamp,Level,SNR\n2022-07-08 09:40:01,-97,11\n2022-07-08 09:40:02,-113,-4\n"
_ZONE = "+08:00"
_OK, _BAD, _INFO = Verdict.CONFORMING, Verdict.FAILED, Verdict.NOT_JUDGED


def digest(data: bytes | str) -> str:
    """Return the SHA-256 of `data`, hex."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def some_coverage() -> tuple[CoverageContent, ...]:
    """Return the coverage of three operators; one sample is too small."""
    heights = [0, 2, 6, 14, 31, 58, 77, 92, 85, 60, 34, 17, 4]
    cells = tuple(
        Cell(column, line, good=(column * 3 + line) % 7 != 0)
        for column in range(9)
        for line in range(6)
        if (column + line) % 11
    )
    bins = tuple(Bin(-125 + 5 * n, -120 + 5 * n, count) for n, count in enumerate(heights))
    first = CoverageContent(
        operator="中国电信",
        technology="5G NR",
        samples=480,
        good=440,
        share=440 / 480,
        low=0.8885,
        high=0.9383,
        required=0.95,
        enough=True,
        verdict=_BAD,
        mean_rsrp=-91.4,
        mean_sinr=12.3,
        limit_rsrp=-105.0,
        bins=bins,
        cells=cells,
        grid_ratio=0.86,
        rejected=17,
        log="GNetTrack_2022.07.08_09.40.txt",
        sha256=digest(LOG),
        device="Mate 40 · G-NetTrack Pro · 电信 5G 卡",
        period=(f"2022-07-08T09:40:01{_ZONE}", f"2022-07-08T09:58:44{_ZONE}"),
        notes=("17 行缺少有效电平，未计入。",),
    )
    second = replace(first, operator="中国移动", good=471, share=471 / 480, low=0.9647, high=0.9892)
    second = replace(second, verdict=_OK, mean_rsrp=-84.0, grid_ratio=0.98, notes=(), rejected=0)
    small = replace(first, operator="中国联通", samples=21, good=20, share=20 / 21, low=0.7733)
    small = replace(small, high=0.9915, enough=False, verdict=_INFO, bins=bins[4:9], cells=())
    note = "样本仅 21 个，不足以判定。"
    return first, second, replace(small, grid_ratio=None, mean_sinr=None, notes=(note,))


def some_relations() -> tuple[RelationContent, ...]:
    """Return a shared and a refused relation."""
    return (
        RelationContent(
            form="F16",
            form_name="智慧多功能灯杆",
            asset="南侧路灯杆 D-07",
            owner="两江新区市政",
            users=("中国电信", "中国联通"),
            state="使用中",
            agreement="LJ-GX-2021-118",
            valid=("2021-05-01", "2026-04-30"),
            quantity="2 个挂载位",
            verified=True,
        ),
        RelationContent(
            form="F07",
            form_name="线缆管沟（管道）共建共享",
            asset="小区北侧管道 12 孔",
            owner="示例小区物业服务中心",
            users=("中国移动",),
            state="拒绝",
            refused=True,
            reason="R04 容量不足：物业称管孔已满，现场空闲 3 孔",
            quantity="1 孔",
        ),
    )
