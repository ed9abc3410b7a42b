"""Radio coverage from samples: shares, intervals, bins and grid cells per operator and technology.

Every figure is a count of samples or a mean over them; nothing is interpolated, and an empty cell
counts neither as good nor as bad.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fieldaudit.assess.grid import Cell, Grid, parallel_for
from fieldaudit.assess.interval import Sufficiency, sufficiency, wilson
from fieldaudit.visit.radio import JUDGED, Technology
from fieldaudit.visit.sample import Sample


@dataclass(frozen=True, slots=True)
class CoverageLimits:
    """The parameters of the judgement; from the survey's versioned parameters."""

    rsrp: float = -105.0
    """dBm; a good sample reaches it (P1)."""

    sinr: float = -3.0
    """dB; a good sample reaches it, where the phone reports one (P1)."""

    share: float = 0.95
    """Share of good samples that is asked for (P2)."""

    edges: tuple[float, ...] = (-80.0, -90.0, -100.0, -105.0, -110.0)
    """dBm, falling; bins hold their lower edge: (0,−80] (−80,−90] … (−110,∞)."""

    cell: float = 50.0
    """Side of a grid cell in metres."""

    cell_samples: int = 3
    """Samples from which a cell is valid."""


@dataclass(frozen=True, slots=True)
class LevelBin:
    """One bar of the histogram of levels."""

    upper: float | None
    """dBm, exclusive; None: open (printed as 0)."""

    lower: float | None
    """dBm, inclusive; None: open (printed as ∞)."""

    count: int
    """Samples in it."""

    @property
    def label(self) -> str:
        """The bin as Chongqing's grid reports print it: `(−80,−90]`, `(−110,∞)`."""
        upper = "0" if self.upper is None else _minus(self.upper)
        return f"({upper},∞)" if self.lower is None else f"({upper},{_minus(self.lower)}]"


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell with samples."""

    row: int
    """Towards north."""

    column: int
    """Towards east."""

    bounds: tuple[float, float, float, float]
    """South, west, north, east in degrees, WGS-84."""

    samples: int
    """Samples in it."""

    mean_rsrp: float
    """dBm."""

    valid: bool
    """Whether it has enough samples to count."""

    good: bool
    """Whether its mean reaches the limit; only valid cells count."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Coverage of one operator with one technology."""

    operator: str
    """Operator code (ct, cm, cu, cbn), else the log's own text."""

    technology: Technology
    """4G or 5G."""

    samples: int
    """Valid samples."""

    good: int
    """Samples that reach the limits."""

    share: float
    """good ÷ samples, unrounded."""

    low: float
    """Lower end of the 95 % Wilson interval of the share."""

    high: float
    """Upper end of it."""

    verdict: Sufficiency
    """Whether the sample shows that the required share is met."""

    without_sinr: int
    """Samples without a SINR, judged on RSRP alone."""

    weak: int
    """Samples below the RSRP limit."""

    mean_rsrp: float
    """dBm."""

    mean_rsrq: float | None
    """dB, over the samples that have one; None: none has."""

    mean_sinr: float | None
    """dB, over the samples that have one; None: none has."""

    bins: tuple[LevelBin, ...]
    """Histogram of levels, strongest first; counts add up to `samples`."""

    cells: tuple[GridCell, ...]
    """Cells with samples, south-west first."""

    @property
    def weak_share(self) -> float:
        """Weak samples ÷ samples, unrounded."""
        return self.weak / self.samples

    @property
    def valid_cells(self) -> int:
        """Cells with enough samples."""
        return sum(cell.valid for cell in self.cells)

    @property
    def good_cells(self) -> int:
        """Valid cells whose mean reaches the limit."""
        return sum(cell.valid and cell.good for cell in self.cells)

    @property
    def grid_ratio(self) -> float | None:
        """Good cells ÷ valid cells, unrounded; None: no valid cell."""
        return self.good_cells / self.valid_cells if self.valid_cells else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a set of samples says, with what it was judged by."""

    limits: CoverageLimits
    """The parameters."""

    rows: tuple[CoverageRow, ...]
    """By operator, 5G before 4G."""

    camping: dict[tuple[str, Technology], int]
    """Samples by operator and technology, 2G and 3G included."""

    parallel: float
    """Reference parallel of the grid in degrees."""

    def camping_share(self, operator: str, technology: Technology) -> float | None:
        """Return the share of an operator's samples on a technology; None without samples."""
        total = sum(n for (name, _), n in self.camping.items() if name == operator)
        return self.camping.get((operator, technology), 0) / total if total else None


def assess_coverage(
    samples: Iterable[Sample],
    limits: CoverageLimits | None = None,
    *,
    parallel: float | None = None,
) -> Coverage:
    """Judge samples by operator and technology.

    Args:
        samples: of one or several logs; 2G and 3G samples count for camping alone.
        limits: the parameters of the judgement.
        parallel: the grid's reference, to compare with an earlier result; None: from the samples.
    """
    limits = limits or CoverageLimits()
    camping: Counter[tuple[str, Technology]] = Counter()
    groups: defaultdict[tuple[str, Technology], list[Sample]] = defaultdict(list)
    for sample in samples:
        key = (sample.operator, sample.technology)
        camping[key] += 1
        if sample.technology in JUDGED:
            groups[key].append(sample)
    if parallel is None:
        parallel = parallel_for([each.latitude for group in groups.values() for each in group])
    grid = Grid(limits.cell, parallel)
    order = sorted(groups, key=lambda key: (key[0], JUDGED.index(key[1])))
    rows = tuple(_row(key, groups[key], limits, grid) for key in order)
    return Coverage(limits, rows, dict(camping), parallel)


def _row(
    key: tuple[str, Technology], samples: Sequence[Sample], limits: CoverageLimits, grid: Grid
) -> CoverageRow:
    total = len(samples)
    weak = sum(sample.level < limits.rsrp for sample in samples)
    good = sum(_good(sample, limits) for sample in samples)
    low, high = wilson(good, total)
    ratios = [sample.sinr for sample in samples if sample.sinr is not None]
    return CoverageRow(
        *key,
        samples=total,
        good=good,
        share=good / total,
        low=low,
        high=high,
        verdict=sufficiency(good, total, limits.share),
        without_sinr=total - len(ratios),
        weak=weak,
        mean_rsrp=math.fsum(sample.level for sample in samples) / total,
        mean_rsrq=_mean([sample.rsrq for sample in samples if sample.rsrq is not None]),
        mean_sinr=_mean(ratios),
        bins=_bins([sample.level for sample in samples], limits.edges),
        cells=_cells(samples, limits, grid),
    )


def _minus(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _good(sample: Sample, limits: CoverageLimits) -> bool:
    strong = sample.level >= limits.rsrp
    return strong and (sample.sinr is None or sample.sinr >= limits.sinr)


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def _bins(levels: Sequence[float], edges: Sequence[float]) -> tuple[LevelBin, ...]:
    counts = Counter(sum(level < edge for edge in edges) for level in levels)
    uppers: list[float | None] = [None, *edges]
    lowers: list[float | None] = [*edges, None]
    return tuple(
        LevelBin(upper, lower, counts[number])
        for number, (upper, lower) in enumerate(zip(uppers, lowers, strict=True))
    )


def _cells(samples: Sequence[Sample], limits: CoverageLimits, grid: Grid) -> tuple[GridCell, ...]:
    levels: defaultdict[Cell, list[float]] = defaultdict(list)
    for sample in samples:
        if not sample.frozen:
            levels[grid.cell(sample.latitude, sample.longitude)].append(sample.level)
    return tuple(
        GridCell(
            *cell,
            bounds=grid.bounds(cell),
            samples=len(values),
            mean_rsrp=(mean := math.fsum(values) / len(values)),
            valid=len(values) >= limits.cell_samples,
            good=mean >= limits.rsrp,
        )
        for cell, values in sorted(levels.items())
    )
