"""What became of failed items, and the indicators, as an export tells them."""

from datetime import date

from fieldaudit.actions.findings import list_findings
from fieldaudit.actions.indicators import assess
from fieldaudit.actions.report_tables import indicators_table
from fieldaudit.package.exports.content import Table
from fieldaudit.package.exports.visit import Followed
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog


def followed_up(
    survey: Survey, *, today: date, catalog: Catalog
) -> dict[tuple[str, str], Followed]:
    """Return visit and live path of each failed item of accepted visits → what became of it."""
    return {
        (each.finding.visit, each.finding.path): Followed(
            number=each.number,
            owner=each.finding.owner,
            owner_words=each.owner,
            due=each.finding.due,
            state=each.finding.state.value,
            state_words=each.state,
            closed_on=each.finding.closed_on,
        )
        for each in list_findings(survey, today=today, catalog=catalog)
    }


def indicators(survey: Survey, catalog: Catalog) -> Table:
    """Return the indicators as of the survey's cut-off date."""
    return indicators_table(assess(survey), catalog)
