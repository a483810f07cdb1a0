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

How it works, in the order of the work; each folder's own docstring names its modules:

    charset      bytes → text: BOM, strict UTF-8, else GB18030
    media_types  documents and pictures under a page's name, by their first bytes
    markup/      the page as a tree: the element that holds the running text, and the site's blocks out of it
    about/       what the page says of itself: title, publication date, source line, each with the place it was read
    text/        the lines of the text: which are the site's or the uploader's; what text conversion broke
    articles/    more than one body: next pages, attachments, a document in place of a text
    documents/   the text of .pdf and .docx, read in a child process
    speeches/    the speeches as spans of the text: title, year, speaker, occasion, region
    absence      why a page holds no article
    page         the stage itself, `clean_page`;  command: `python -m include clean`;  batch: one batch of a run

Lists that are data: `cues.yaml` (class names and lines that give the site away, read by `cues`), and in `speeches/`
`eras.yaml` (events and campaigns that tie a text to a year) and `names.yaml` (family names).
Per-source selectors: `rules`, applied by `markup.selectors`.
"""
