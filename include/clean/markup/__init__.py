"""The page as a tree: from its text to the lines of the element that holds the article.

html       lxml reads the page; files that are no HTML are refused, absurd nesting and attributes are flattened
weights    how much running text every element holds; `feeds`: lists of items that are never the article
container  the element that holds the running text, without any selector
strip      BeautifulSoup takes the site's blocks out of the container
render     what is left, as lines
selectors  CSS selectors of a source
"""
