"""An example package content: a visit to a residential community with all that can be printed."""

import io
from dataclasses import replace
from functools import cache

from PIL import Image, ImageDraw

from fieldaudit.form.definition import Severity
from fieldaudit.package.content import (
    Acknowledgement,
    Balance,
    Conclusion,
    FileContent,
    PackageContent,
    ParameterContent,
    Relationship,
    RevisionContent,
    Seal,
    SealState,
    SectionContent,
    SignOff,
    SiteContent,
    SourceContent,
    VisitContent,
    VisitStatus,
)
from fieldaudit.package.evidence import (
    FindingContent,
    ItemContent,
    PhotoContent,
    PlaceContent,
    Verdict,
)
from tests.kit.evidence import LOG, digest, some_coverage, some_relations

FORM = b"<h:html><h:head><h:title>RES</h:title></h:head></h:html>"
_ZONE = "+08:00"
_OK, _BAD, _INFO = Verdict.CONFORMING, Verdict.FAILED, Verdict.NOT_JUDGED
_C, _M, _MINOR = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR


@cache
def a_jpeg(seed: int, width: int = 400, height: int = 300) -> bytes:
    """Return an upright JPEG with a sky, a building and the number `seed`."""
    image = Image.new("RGB", (width, height), (176, 196, 214))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.78, width, height), fill=(128, 134, 120))
    for tower in range(4):
        left = width * (0.08 + 0.23 * tower)
        top = height * (0.2 + 0.07 * ((tower * 7 + seed) % 4))
        draw.rectangle((left, top, left + width * 0.17, height * 0.8), fill=(150, 140, 132))
        for line in range(5):
            y = top + height * (0.05 + 0.1 * line)
            draw.rectangle((left + 6, y, left + width * 0.15, y + 5), fill=(96, 104, 112))
    draw.text((10, 10), str(seed), fill=(30, 30, 30))
    made = io.BytesIO()
    image.save(made, "JPEG", quality=80)
    return made.getvalue()


def a_photo(number: int, caption: str, item: str = "", **changes: object) -> PhotoContent:
    """Return photo `number`, taken beside the example site."""
    portrait = number % 4 == 3
    place = PlaceContent(
        29.62031 + 0.0004 * (number % 3), 106.48922 + 0.0005 * (number % 4), 8.0, "照片 EXIF"
    )
    photo = PhotoContent(
        number=number,
        caption=caption,
        jpeg=lambda: a_jpeg(number, 300, 400) if portrait else a_jpeg(number),
        sha256=digest(f"photo {number}"),
        item=item,
        taken_at=f"2022-07-08T09:{20 + number % 40:02d}:05{_ZONE}",
        taken_from="照片 EXIF",
        place=place,
    )
    return replace(photo, **changes)  # type: ignore[arg-type]


def a_site(code: str = "RES-0012", name: str = "大竹林·示例小区") -> SiteContent:
    """Return the example site."""
    return SiteContent(
        code=code,
        name=name,
        kind="住宅小区",
        street="大竹林街道",
        address="重庆市两江新区大竹林街道示例路 12 号",
        place=PlaceContent(29.62040, 106.48930, 5.0, "GNSS", "BD-09", "29.62631, 106.50021"),
        facts=(("竣工年份", "2015"), ("楼栋/单元", "12 / 26"), ("总户数", "1 248")),
    )


def some_sections() -> tuple[SectionContent, ...]:
    """Return a checklist with every verdict and severity in it."""
    return (
        SectionContent("公共部分", tuple(_common())),
        SectionContent("光纤网络", tuple(_fibre())),
        SectionContent("5G 覆盖与共享", tuple(_radio())),
    )


def _common() -> list[ItemContent]:
    return [
        ItemContent("COM-07", "检查类型", "首查", _INFO),
        ItemContent(
            "COM-08", "检查位置", "29.62040 106.48930", _OK, _M, limit="在辖区内", clause="P19"
        ),
        ItemContent("COM-10", "全景照片", "1 张", _OK, _M, photos=(1,)),
        ItemContent("COM-11", "进入情况", "正常进入", _INFO),
        ItemContent("COM-16", "双方确认", "拒签", _INFO, reason="物业认为光缆整改不属于其职责"),
    ]


def _fibre() -> list[ItemContent]:
    flaw = FindingContent("F-2022-031", "电信两江分公司", "2022-07-23", "待整改", (2,), (5,))
    grave = FindingContent("F-2022-030", "示例小区物业服务中心", "2022-07-11", "已回复", (3,))
    return [
        ItemContent(
            "RES-07",
            "各运营商平等接入、无排他协议",
            "否",
            _BAD,
            _C,
            limit="应为“是”",
            clause="GB 50846-2012 第 1.0.3 条（强制性条文）",
            reason="物业与一家运营商签有独家协议，其他运营商 2021 年起不能进场布线。",
            photos=(3,),
            finding=grave,
        ),
        ItemContent(
            "RES-12", "服务本小区 10G 端口数 / PON 端口总数", "48 / 64", _OK, _M, limit="10G ≤ 总数"
        ),
        ItemContent("RES-13", "分光比", "1:64", _INFO, _MINOR, clause="P7"),
        ItemContent(
            "RES-17", "设备间面积", "8.5", _BAD, _MINOR, "m²", "≥ 10", "GB 50846-2012 第 3.2.7 条"
        ),
        ItemContent("RES-20", "光交箱完好、锁闭、接地", "是", _OK, _M, photos=(4,)),
        ItemContent(
            "RES-25",
            "家居配线箱位置/电源具备",
            "",
            Verdict.NO_ACCESS,
            _MINOR,
            reason="抽样户无人应答",
        ),
        ItemContent(
            "RES-26",
            "ONU 接收光功率",
            "−31.0",
            _BAD,
            _M,
            "dBm",
            "−27 … −8",
            "P6；ITU-T G.9807.1",
            "低于下限 4.0 dB；光功率计在 ONU 侧测量（1490 nm）。",
            (2,),
            flaw,
        ),
        ItemContent(
            "RES-27",
            "用户光缆链路衰减",
            "0.32",
            _OK,
            _M,
            "dB",
            "≤ 0.4",
            "GB 50847-2012 第 6.0.1 条",
        ),
        ItemContent("RES-30", "有线下行 / 上行 / 时延", "941.5", _OK, _M, "Mbps", "≥ 900", "P17"),
    ]


def _radio() -> list[ItemContent]:
    return [
        ItemContent(
            "RES-31", "室外 5G 覆盖达标率（电信）", "91.7", _BAD, _M, "%", "≥ 95", "P1、P2"
        ),
        ItemContent("RES-32", "地下车库信号可用", "仅 4G", _OK, _M, limit="不低于 4G", photos=(6,)),
        ItemContent(
            "RES-33", "电梯信号可用", "", Verdict.NOT_APPLICABLE, _M, reason="多层住宅，没有电梯"
        ),
        ItemContent(
            "RES-35",
            "需 ODN 改造（老旧小区）",
            "",
            Verdict.NOT_CHECKED,
            _MINOR,
            reason="待运营商提供资料",
        ),
        ItemContent("RES-36", "居民/物业反映问题", "", Verdict.UNANSWERED),
    ]


def some_photos() -> tuple[PhotoContent, ...]:
    """Return eight photos; two of them with warnings."""
    captions = [
        ("小区主入口全景", "COM-10", ()),
        ("抽样户 ONU 光功率读数", "RES-26", ()),
        ("物业公示栏中的独家进场协议", "RES-07", ()),
        ("3 号光交箱，箱门锁闭", "RES-20", ()),
        ("整改后 ONU 光功率读数", "RES-26", ("拍摄日期不在检查期间",)),
        ("地下车库 B1 信号截图", "RES-32", ("没有位置",)),
        ("楼道线缆", "RES-22", ()),
        ("小区南侧路灯杆", "RES-34", ()),
    ]
    photos = [
        a_photo(number, caption, item, warnings=warnings)
        for number, (caption, item, warnings) in enumerate(captions, 1)
    ]
    photos[5] = replace(photos[5], place=None)
    return tuple(photos)


def some_signoffs() -> tuple[SignOff, ...]:
    """Return the rows of a visit that the property company refused to sign."""
    return (
        SignOff(
            "检查人",
            "张三",
            "大竹林街道",
            "街道巡查员",
            Acknowledgement.SIGNED,
            f"2022-07-08T11:32:00{_ZONE}",
        ),
        SignOff(
            "记录人",
            "李四",
            "大竹林街道",
            "街道巡查员",
            Acknowledgement.SIGNED,
            f"2022-07-08T11:33:00{_ZONE}",
        ),
        SignOff(
            "陪同单位",
            unit="示例小区物业服务中心",
            role="项目经理",
            state=Acknowledgement.REFUSED,
            at=f"2022-07-08T11:35:00{_ZONE}",
            opinion="光缆整改应由运营商负责。",
            reason="认为光缆整改不属于其职责，不同意在记录上签字。",
            witness="大竹林街道示例社区居委会，网格员",
        ),
    )


def a_visit(code: str = "RES-0012", name: str = "大竹林·示例小区") -> VisitContent:
    """Return the example visit."""
    return VisitContent(
        id="0181dc2f-7a10-7c3e-8f00-0242ac120002",
        site=a_site(code, name),
        form=SourceContent("residential", "住宅小区检查表", "2022.2", digest(FORM)),
        visit_type="首查",
        inspectors=("张三", "李四"),
        started=f"2022-07-08T09:15:00{_ZONE}",
        ended=f"2022-07-08T11:40:00{_ZONE}",
        status=VisitStatus.ACCEPTED,
        conclusion=Conclusion.FAILED,
        score=8 / 12,
        sections=some_sections(),
        photos=some_photos(),
        coverage=some_coverage(),
        relations=some_relations(),
        signoffs=some_signoffs(),
        revisions=(
            RevisionContent("0181dc2f-7a10-7c3e-8f00-0242ac120002", "visit", digest("head visit")),
            RevisionContent("0181dc2f-7a11-7c3e-8f00-0242ac120003", "photo", digest("head photo")),
        ),
        seal=Seal(SealState.SEALED, "张三", digest("key"), f"2022-07-08T12:01:00{_ZONE}"),
        access="正常进入",
        accompanied="示例小区物业服务中心，项目经理",
        remarks="复查时请带 10GE 网卡，现场电脑网口只有千兆。",
    )


def some_files() -> tuple[FileContent, ...]:
    """Return the form and a log."""
    return (
        FileContent(
            "residential-2022.2.xml", "application/xml", FORM, Relationship.SOURCE, "检查表"
        ),
        FileContent(
            "gnettrack-2022-07-08.csv", "text/csv", lambda: LOG, Relationship.SOURCE, "原始测试日志"
        ),
    )


def some_parameters() -> tuple[ParameterContent, ...]:
    """Return four thresholds."""
    return (
        ParameterContent(
            "P1.rsrp", "−105", "dBm", "采样点达标：SS-RSRP 不低于", "重庆网格测试报告", "已核对"
        ),
        ParameterContent(
            "P2.share", "95", "%", "区域达标：达标采样占比不低于", "信号升格通知", "面域口径待确认"
        ),
        ParameterContent("P6.low", "−27", "dBm", "入户光功率下限", "XGS-PON 手册", "待确认"),
        ParameterContent("P6.high", "−8", "dBm", "入户光功率上限", "XGS-PON 手册", "待确认"),
    )


def a_package(*visits: VisitContent, **changes: object) -> PackageContent:
    """Return a package of `visits`, by default of the one example visit."""
    chosen = visits or (a_visit(),)
    photos = sum(len(visit.photos) for visit in chosen)
    content = PackageContent(
        number="LJ-DZL-RES-2022-0012",
        version=2,
        title="千兆城市建设现场检查记录",
        survey="两江新区千兆城市核查 2022",
        region="重庆两江新区",
        streets=("大竹林街道",),
        period=("2022-07-08", "2022-07-08"),
        made_at=f"2022-07-09T10:00:00{_ZONE}",
        language="zh",
        draft=False,
        balance=Balance(
            len(chosen),
            photos,
            photos,
            exceptions=("RES-0012 的结论由“整改”改为“不合格”：存在强制性条文问题（王五，专班）。",),
        ),
        visits=chosen,
        software="fieldaudit 0.1.0",
        signatories=(
            SignOff("检查人", "张三", "大竹林街道", "街道巡查员"),
            SignOff("街道审核", "", "大竹林街道", "审核员"),
            SignOff("专班审定", "", "两江新区产业促进局", "工作专班"),
        ),
        parameters=some_parameters(),
        sources=(
            SourceContent("residential", "住宅小区检查表", "2022.2", digest(FORM)),
            SourceContent("LJ2022", "指标与限值", "2022.7", digest("LJ2022")),
        ),
        files=some_files(),
        classification="内部",
        previous_hash=digest("version 1"),
        correction="更正 RES-17 设备间面积的录入错误（原为 85）。",
    )
    return replace(content, **changes)  # type: ignore[arg-type]


def a_batch(count: int) -> PackageContent:
    """Return a package of `count` visits; two of three have no failed items."""
    visits = tuple(_plain_visit(number) for number in range(count))
    return a_package(*visits, number="LJ-DZL-2022-07", title="千兆城市建设现场检查记录汇编")


def _plain_visit(number: int) -> VisitContent:
    visit = a_visit(f"RES-{number + 1:04d}", f"示例小区 {number + 1}")
    if number % 3 == 0:
        return visit
    calm = tuple(
        replace(section, items=tuple(replace(i, verdict=_OK, finding=None) for i in section.items))
        for section in visit.sections
    )
    return replace(visit, sections=calm, conclusion=Conclusion.CONFORMING, score=1.0, override="")
