"""The clean stage: from the bytes of one page to the speech, the whole speech, and nothing of the site.

Takes: a body, its URL, optional per-source selectors (`rules.CleanRules`), the date its listing showed, and the further
bodies of the page: the next pages of its article, the documents it links to instead of a text.
Gives: a `records.CleanedPage` — title, publication date and where it was read, the text, the speeches in it as spans
into that text, each with the year its content speaks of; the documents it links to. A page without any article raises
`BadPageError` with a reason: `empty`, `unsupported_type` (an old Word file, an archive), `not_html`, `undecodable`,
`identity` (a page of another site), `layout` (a selector matches nothing, or not the article), those of `absence`
(`soft_404`, `attachment_only`, `shell`, `video_only`, `picture_only`, `search_form`, `link_list`, `no_speech`) and of
`documents` (`encrypted`, `unreadable_document`, `too_large`).
Keeps: everything it stripped, by kind, so that nothing vanishes in silence.

How it works, module by module, in the order of the work:

    charset      bytes → text: BOM, strict UTF-8, else GB18030
    media_types  documents and pictures under a page's name, by their first bytes
    html         lxml reads the page; files that are no HTML are refused
    titles       the page's title and the heading that shows it; `site_names`: what of a `<title>` is the site's
    weights      how much running text every element holds; `feeds`: lists of items that are never the article
    container    the element that holds the running text, without any selector
    metadata     publication date (`dates`) and source line, with the place they were read
    strip        BeautifulSoup takes the site's blocks out of the container; `render` turns the rest into lines
    lines        lines as spans of a text, cut where two things stand on one line (`asides`: the site's words in one)
    article      these steps for one page of an article: container, strip, chrome
    chrome       which lines are the site's or the uploader's: notices, editors' lines, stamps; `furniture`: those that
                 only their surroundings give away: keywords, boxes of titles, prefaces
    repair       careful mending of what text conversion broke: `page_numbers`, `broken_numbers`, `wrapped` lines
    compilation  where the speeches of a compilation begin: numbered `headings`, else `openings`: repeated titles
    head         the lines above a speech and the title they give;  split: the speeches as spans
    speaker      who speaks, of which office (`names`);  occasion: the meeting;  region: whose government
    years        the year the content speaks of: events (`eras`) before figures of years (`sayings`)
    attachments  the documents that a page links to;  addresses: what it writes, made absolute
    continuation the next page of the same article
    wanted       both, as fetch asks for them once a page is there
    further      the further bodies, read;  join: their texts as one, sentences over a page break closed up
    documents    the text of .pdf and .docx, read in a child process;  document_page: a body that is a document itself
    absence      why a page holds no article
    page         the stage itself, `clean_page`;  command: `python -m include clean`;  batch: one batch of a run

Lists that are data: `cues.yaml` (class names and lines that give the site away, read by `cues`), `eras.yaml`
(events and campaigns that tie a text to a year) and `names.yaml` (family names).
Per-source selectors: `rules`, applied by `selectors`.
"""
