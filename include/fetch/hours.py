"""The hours of the day in which a source may be asked."""

from datetime import datetime
from zoneinfo import ZoneInfo

from include.settings import TIMEZONE
from include.sources.parts import Hours


def is_open(hours: Hours | None, moment: float) -> bool:
    """Whether a source with these hours may be asked at `moment` (seconds since 1970); without hours it always may.

    The start belongs to the hours, the end does not. Hours whose start lies behind their end go over midnight; where
    both are the same the day is open.
    """
    if hours is None or hours.start == hours.end:
        return True
    now = datetime.fromtimestamp(moment, ZoneInfo(TIMEZONE)).time()
    if hours.start < hours.end:
        return hours.start <= now < hours.end
    return now >= hours.start or now < hours.end
