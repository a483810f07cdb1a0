"""What a page says of itself, each with the place it was read.

titles      the title and the heading that shows it; `site_names`: what of a `<title>` is the site's
metadata    publication date, source line, the site's name and identity
dates       dates as such sites write them
"""
