"""Reads who is to do what by when (任务、责任人、时限) out of a speech.

Takes the text of a speech and, where the caller has them, its segments; gives `include.records.Commitment`s in
text order (`commitments.find_commitments`). Keeps nothing: each commitment is a span of the text, quoted as it
stands, and its parts are words of the text. A deadline or a body may stand outside of the quote: in an earlier clause
of the sentence, in the sentence that announces a list, in a label (责任单位：…, 完成时限：…).

A clause counts when it lies ahead and names one thing that can be checked: a term, a figure, or the body that is
responsible. It lies ahead by its own words (要, 确保, 力争, 将, …) or by its place: under a heading that plans, in a
list of promises, in a passage that orders more than it reports, behind a term that closes a time to come. What was
done, what is wished for and what describes is left out. The words that decide are data: `cues.yaml`.

`passages` and `outlooks` read the place of a sentence, `evidence` its clauses; `groups` puts clauses together,
`verdicts` decides, `parts` makes the record.
"""
