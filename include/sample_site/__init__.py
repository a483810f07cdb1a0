"""The bundled sample site: three made-up web sites over thirty days, with a truth that no extractor wrote.

Takes a seed; gives the pages of a government portal, a document-sharing site in GBK and a site that puts several
speeches on one page, and truth rows: which pages, which speeches (and what each is a copy of), which observations.
Keeps nothing: the same seed gives the same bytes. The prose lies in `prose/` as YAML, in sentences written for this
project, with every figure marked where it stands; the frames of the pages lie in `templates/`. Places, firms and people
are invented. It is a smoke test: its figures say nothing about accuracy on real pages.
"""
