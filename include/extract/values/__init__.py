"""Numbers: every span of a text that states a value, with its unit, read from the most to the least particular form.

`folding` makes full-width forms plain. `not_quantities` marks dates, ordinals and names that hold a number. `ratios`
and `words` (with `ranks`) read what has a form of its own. `quantities` reads the numerals that are left: `numbers`
their value, `units` what stands behind, `chinese_counts` whether a Chinese one is a figure at all, `coins` prices in
分 and 角. `joins` makes ranges and sums one and lends units within a list; `bare_numbers` keeps, of numbers without a
unit, indices and counts. `figures` holds the type they pass on. What a step has read, later ones leave alone.
"""
