"""A metric grid of square cells on the ellipsoid, fixed to the earth.

Rows count equal metres of meridian from the equator, columns equal metres of one reference
parallel from Greenwich. Within some kilometres of that parallel a cell is square to a tenth of a
percent, and two surveys of one place share their cells.
"""

import math
from dataclasses import dataclass, field

# WGS 84: semi-major axis and third flattening
_AXIS = 6378137.0
_FLATTENING = 1 / 298.257223563
_N = _FLATTENING / (2 - _FLATTENING)
_E2 = _FLATTENING * (2 - _FLATTENING)
_RECTIFYING = _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)

Cell = tuple[int, int]
"""Row (towards north) and column (towards east)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Square cells around one parallel."""

    edge: float
    """Side of a cell in metres."""

    parallel: float
    """Latitude in degrees at which a column is exactly `edge` wide."""

    _per_degree: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the metres of one degree along the parallel."""
        phi = math.radians(self.parallel)
        radius = _AXIS * math.cos(phi) / math.sqrt(1 - _E2 * math.sin(phi) ** 2)
        object.__setattr__(self, "_per_degree", math.radians(radius))

    def cell(self, latitude: float, longitude: float) -> Cell:
        """Return the cell that holds a point (degrees, WGS-84)."""
        column = math.floor(longitude * self._per_degree / self.edge)
        return math.floor(_meridian(latitude) / self.edge), column

    def bounds(self, cell: Cell) -> tuple[float, float, float, float]:
        """Return south, west, north, east of a cell in degrees."""
        row, column = cell
        width = self.edge / self._per_degree
        south, north = _latitude(row * self.edge), _latitude((row + 1) * self.edge)
        return south, column * width, north, (column + 1) * width


def parallel_for(latitudes: list[float]) -> float:
    """Return the parallel for a set of points: their mean, to a tenth of a degree.

    Rounding makes two surveys of one place share the parallel, and so the cells.
    """
    return round(math.fsum(latitudes) / len(latitudes), 1) if latitudes else 0.0


def _meridian(latitude: float) -> float:
    """Return metres of meridian from the equator (Helmert's series, below a millimetre off)."""
    phi = math.radians(latitude)
    return _RECTIFYING * (
        phi
        - (3 / 2 * _N - 9 / 16 * _N**3) * math.sin(2 * phi)
        + 15 / 16 * _N**2 * math.sin(4 * phi)
        - 35 / 48 * _N**3 * math.sin(6 * phi)
    )


def _latitude(metres: float) -> float:
    """Return the latitude in degrees at which the meridian is so many metres long."""
    mu = metres / _RECTIFYING
    return math.degrees(
        mu
        + (3 / 2 * _N - 27 / 32 * _N**3) * math.sin(2 * mu)
        + 21 / 16 * _N**2 * math.sin(4 * mu)
        + 151 / 96 * _N**3 * math.sin(6 * mu)
    )
