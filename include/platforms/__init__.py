"""Platforms: a module for each kind of web site, which knows how its listings look and how one leads to the next.

Takes the text of a listing page; gives its entries (title, date, address) and the next page's address, or the parts
of an index; keeps nothing and requests nothing. A module implements `include.platforms.base.Platform`; to add one,
write the module and name it here.

What they share: `markup`, `rows`, `pager` and `pager_script` read HTML, `xml` reads feeds and sitemaps, `dates` dates,
`query` page numbers in addresses, `plain` text that was written as markup.
"""

# the name a source gives → the module; imported when used, because their parsers take time to load
PLATFORMS = {
    "numbered_listing": "include.platforms.numbered_listing",
    "next_link": "include.platforms.next_link",
    "json_listing": "include.platforms.json_listing",
    "sitemap": "include.platforms.sitemap",
    "feed": "include.platforms.feed",
}
