"""What a figure is about: the indicator's name and the place, in the words of the text.

places → predicates → stripping → name_words (the words in front of a figure)
counted (the noun behind it), carried (what was named before), both over a `clause`
    → naming (the rules in their order) · spreads (a list of names over a list of figures) · regions
    → subjects (the figures of a sentence, and what runs on to the next)
"""
