"""Reads who is to do what by when (任务、责任人、时限) out of a speech.

Takes the text of a speech and, where the caller has them, its segments; gives `include.records.Commitment`s in
text order (`commitments.find_commitments`). Keeps nothing: each commitment is a span of the text, quoted as it
stands, and its parts are words of the text. A deadline or a body that carries on from an earlier clause of the
sentence stays outside of the quote.

A clause counts when it lies ahead (要, 确保, 力争, …, or an order without a subject in a passage of orders) and
names one thing that can be checked: a term, a figure, or the body that is responsible. What was done, what is
wished for and what describes is left out. The words that decide are data: `cues.yaml`.
"""
