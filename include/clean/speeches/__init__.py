"""The speeches of a text, as spans into it, and what each says of itself.

compilation  where the speeches of a compilation begin: numbered `headings`, else `openings`: repeated titles
head         the lines above a speech and the title they give
split        the speeches themselves, with their flags
speaker      who speaks, of which office (`names`);  occasion: the meeting;  region: whose government
years        the year the content speaks of: events (`eras`, `anchors`) before figures of years (`sayings`)
numerals     numbers of headings and years
"""
