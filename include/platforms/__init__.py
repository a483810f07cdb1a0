"""Platforms: a module for each kind of web site, which knows how its listings look and how one leads to the next.

Takes the text of a listing page; gives its entries (title, date, address) and the next page's address; keeps
nothing and requests nothing. A module implements `include.platforms.base.Platform`; to add one, write the module
and name it here.
"""

# the name a source gives → the module; imported when used, because listings are parsed with BeautifulSoup
PLATFORMS = {
    "numbered_listing": "include.platforms.numbered_listing",
    "next_link": "include.platforms.next_link",
}
