"""Fetch: one outcome for every link, and the body under its SHA-256.

Takes links; gives a `Fetched` for each, which never is an exception: a link's own failure is a row with its reason
and whether another try may help. Keeps every attempt in the operational state as it happens, and bodies in the raw
folder under their hash.

    links.fetch_links     the loop of a task: lease, delays, progress, a host that is down
    outcomes.fetch_one    one link → one outcome
    fetcher.Fetcher       polite requests: robots.txt, the host's lease and delay, redirects checked hop by hop
    wire                  one request over a checked and pinned address, within limits of time and size
    guard                 which addresses may be contacted at all
    detect                soft 404s, challenge and login pages
    bodies.BodyStore      bodies under their hash
"""
