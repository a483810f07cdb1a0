"""Discover: which pages a source lists in a window of days.

Takes a source, two dates and a way to get a listing page; gives a `Discovery`: the links whose *listed* date lies in
the window (and the undated ones that have come to no end yet), how many entries the listing showed, and what was
skipped and why. A listing that shows fewer entries than its source declares raises BrokenSourceError.

`listing.discover` is the pure walk, `canonical.canonical_url` the key of a page.
"""
