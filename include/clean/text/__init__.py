"""The lines of a text: what is the site's or the uploader's goes, what text conversion broke is mended.

lines          lines as spans of a text, cut where two things stand on one line
chrome         which lines are no speaker's: notices, editors' lines, stamps, by the cues of `cues.yaml`
furniture      those that only their surroundings give away: keywords, boxes of titles, tables of contents, prefaces
wording        those that no single cue gives away, but the words of a site heaped in them do
asides         the site's words in the middle of a line
repair         the mending, which can be taken back: `page_numbers`, `broken_numbers`, `wrapped` lines, as `edits`
"""
