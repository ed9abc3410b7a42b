"""Visits as lists want them: ids in an order, narrowed by state and text, without reading answers.

Orders and filters read the narrow rows of the layers; what a list then shows comes from records.
"""

from fieldaudit.store.search import phrase
from fieldaudit.store.survey import Survey
from fieldaudit.visit.listed import Order

_STATUS = (
    "case when v.status in ('signed', 'accepted', 'returned', 'rejected')"
    " then v.status else 'draft' end"
)
_ORDERS = {
    Order.NEWEST: "coalesce(v.started, '') desc, r.id",
    Order.CODE: "coalesce(s.code, ''), coalesce(v.started, '') desc, r.id",
    Order.STREET: "coalesce(s.street, ''), coalesce(s.code, ''), r.id",
    Order.INSPECTOR: "coalesce(v.inspector, ''), coalesce(v.started, '') desc, r.id",
    Order.NEXT: f"instr('returned draft signed accepted rejected', {_STATUS}), s.code, r.id",
}
_VISITS = "from record r left join visits v on v.record = r.id"
_HERE = "r.kind = 'visit' and r.deleted = 0"
_FOUND = (
    " and (r.id in (select record from search where grams match :phrase)"
    " or v.site in (select record from search where grams match :phrase))"
)


def ids(
    survey: Survey,
    *,
    text: str = "",
    status: str = "",
    order: Order = Order.NEWEST,
    limit: int = -1,
) -> list[str]:
    """Return the ids of visits.

    Args:
        survey: where.
        text: only those that contain it, or whose site does.
        status: only those in this state; all when empty.
        order: what they are sorted by.
        limit: at most so many; all below zero.
    """
    words = phrase(text)
    if text.strip() and not words:
        return []
    told = f"select r.id {_VISITS}"
    if order not in (Order.NEWEST, Order.INSPECTOR):
        told += " left join sites s on s.record = v.site"
    told += f" where {_HERE}{_FOUND if words else ''}"
    told += f" and {_STATUS} = :status" if status else ""
    told += f" order by {_ORDERS[order]} limit :limit"
    with survey.reading() as db:
        rows = db.execute(told, {"phrase": words, "status": status, "limit": limit})
        # Another program may have put a row into a layer twice.
        return list(dict.fromkeys(name for (name,) in rows))


def by_status(survey: Survey) -> dict[str, int]:
    """Return the number of visits in each state that there are visits in."""
    told = f"select {_STATUS}, count(distinct r.id) {_VISITS} where {_HERE} group by 1"
    with survey.reading() as db:
        return dict(db.execute(told).fetchall())
