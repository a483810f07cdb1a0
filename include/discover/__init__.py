"""Discover: which pages a source lists in a window of days.

Takes a source, two dates, a way to get a listing page and the ledger of listings; gives a `Discovery`: the links whose
*listed* date lies in the window (and the undated ones that have come to no end yet), how many entries the pages read
showed, and what was skipped and why. Days that a walk has covered are not walked again. A listing that shows fewer
entries than its source declares raises BrokenSourceError.

`listing.discover` is the stage, `coverage` what needs a look, `walk` and `tree` the walks, `canonical.canonical_url`
the key of a page.
"""
