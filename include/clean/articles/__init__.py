"""A page may be more than one body: the next pages of its article, a document in place of its text.

article        markup and text steps for one page of an article
continuation   where an article goes on
attachments    the documents that a page links to; `addresses`: what it writes, made absolute
wanted         both, as fetch asks for them once a page is there
further        the further bodies, read
join           the texts of all bodies as one, a sentence over a page break closed up
document_page  a body that is a document itself
"""
