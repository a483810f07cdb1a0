"""Deduplicate: which speeches are copies of one another, whatever was done to hide it.

Takes the text of speeches (on files) or the committed, open speeches of the warehouse that have no cluster yet.
Gives a link for each pair that shares text (`exact`, `near`, `masked`, `truncated`, `part_of`, `spun`, `edition`) with
score, direction and reasons, a cluster for each speech, and the one canonical copy of each cluster.
Keeps every speech: a copy is linked, never dropped.

The way through the folder:

    normal        text → Chinese characters only, traditional to simplified, numerals and masks dropped
    fingerprints  that form → sampled hashes of five characters (FracMinHash): the index that finds candidates
    candidates    fingerprints → pairs worth comparing
    alignment     two texts → which windows of the smaller stand where in the larger
    relation      an alignment → the same text, a cut copy, a part of a glued page, or no copy;
                  boundaries tells where speeches begin and end
    facts         numbers by the words beside them: do two texts state the same figures?
    rewording     how many words were swapped
    compare       two texts (texts.Text) → their link, or none; pure and symmetric: all of the above
    clusters      links → clusters without chains, and the canonical copy by stated rules
    batch         texts → links, clusters and parts, in memory; what the command prints
    store         the same against the warehouse; with store_graph and store_clusters all that knows a database
    command       `python -m include deduplicate`

Nothing depends on the order in which speeches come: candidates and links follow from two texts, clusters from links.
An `edition` (the same body's text of another year, whose figures differ) is linked but is no copy. A `part_of` link
joins nothing; the page that its direction names is glued from several speeches and is no bridge between them.
The direction of every other link names the copy: the masked or the cut one; it is empty where that is not clear.
"""
