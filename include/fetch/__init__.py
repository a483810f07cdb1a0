"""Fetch: one outcome for every link, and the body under its SHA-256.

Takes links; gives a `Fetched` for each, which never is an exception: a link's own failure is a row with its reason
and whether another try may help. Keeps every attempt in the operational state as it happens, and bodies in the raw
folder under their hash.

    links.fetch_links     the loop of a task: lease, delays, progress, a host that is down
    parts.fetch_article   one link → one outcome, with the further pages of its article and the documents in its place
    outcomes.fetch_one    one request → one outcome
    fetcher.Fetcher       polite requests: robots.txt, the host's lease and delay, redirects checked hop by hop
    wire                  one request over a checked and pinned address, within limits of time and size
    pinned, guard         which addresses may be contacted at all; connections to those only
    watch                 the clock of a request, and the pace of its body
    encodings             gzip, deflate and br undone, bombs and cut ends found
    tls                   certificates and handshakes in words; certificates that need not hold for a time
    causes, failures      from what others raise, and from statuses, to outcomes by class
    detect                soft 404s, challenge and login pages, servers out of service
    bodies.BodyStore      bodies under their hash
"""
