"""Cuts a speech into headings, paragraphs, sentences and words.

Takes the text of one speech, or any text file, exactly as it lies: `\\r\\n`, ideographic and no-break spaces,
full-width digits and lost line breaks are all read, none is changed. Gives `include.records.Segment`s in text
order (`segments.segment`) and tokens (`words.words`). Keeps nothing but offsets: half open, in code points of
the text given.

A heading has level 1 to 3 and leads, as every paragraph and sentence does, to the heading it stands under.
A heading on a line of its own is no sentence, unless it states a figure; one that runs on into its paragraph
(一是稳投资。全年完成……) is a heading and part of its sentence as well. So every character that is not white
space stands in a sentence or in a heading.

Words are cut by jieba with the terms of `dictionary.txt`, or by rjieba where it is installed and asked for
(`JIANGHUA_CUTTER`); a number with its unit is one word. Word counts leave out numbers and `stop_words.txt`.

Reading order: `segments` (the whole), `lines`, `markers` (一、 （一） 1. 第一， 一是), `unmarked` (headings
without a number), `outline` (levels and the tree), `sentences`; `numbers`, `cutters`, `words`.
"""
