"""The clean stage: from the bytes of one page to the speech, the whole speech, and nothing of the site.

Takes: a body, its URL, optional per-source selectors (`rules.CleanRules`) and the date its listing showed.
Gives: a `records.CleanedPage` — title, publication date and where it was read, the text, the speeches in it as
spans into that text, each with the year its content speaks of. A page without any article raises `BadPageError`
with a reason: `empty`, `unsupported_type` (a PDF, a Word file), `not_html`, `undecodable`, `layout` (a selector matches
nothing), `soft_404`, `search_form`, `no_speech`.
Keeps: everything it stripped, by kind, so that nothing vanishes in silence.

How it works, module by module, in the order of the work:

    charset      bytes → text: BOM, strict UTF-8, else GB18030
    media_types  documents and pictures under a page's name, by their first bytes
    html         lxml reads the page; files that are no HTML are refused
    titles       the page's title and the heading that shows it
    container    the element that holds the running text, without any selector
    metadata     publication date (`dates`) and source line, with the place they were read
    strip        BeautifulSoup takes the site's blocks out of the container; `render` turns the rest into lines
    lines        lines as spans of a text, cut where two things stand on one line
    chrome       which lines are the site's or the uploader's: notices, editors' lines, boxes, stamps
    repair       careful mending of what text conversion broke
    compilation  where the speeches of a compilation begin: numbered headings, repeated titles
    split        the speeches as spans, with title and flags
    years        the year the content speaks of, with the words that say so
    page         the stage itself, `clean_page`;  command: `python -m include clean`;  batch: one batch of a run

Lists that are data: `cues.yaml` (class names and lines that give the site away, read by `cues`) and `eras.yaml`
(events and campaigns that tie a text to a year). Per-source selectors: `rules`, applied by `selectors`.
"""
