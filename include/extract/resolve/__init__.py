"""Resolving: what the words of an observation stand for, beside the words.

`step.resolve` fills `period_first`, `period_last`, `period_reason` and `region_code`, `region_reason` of a finished
list of observations. What cannot be known stays None, with the reason; no word of the text is changed.

    words (a period's words read) → days (first and last of a part of a year) · spans (plans, several years)
    season (when in its year a speech was given) → years (which year a part without one belongs to)
    → periods (one period) · places (one region) → step (all)

A point of time (截至6月末, 年末, 5月8日) has the same first and last day, whatever is counted up to it; what began and
goes on (2005年以来) has no last one. The year of a speech (`SpeechFacts.content_year`) is the one it was given in: 今年
is that year, and a report of January 2010 on 2009 has 2010.
"""
