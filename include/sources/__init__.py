"""Sources: one YAML file a web site, validated by `schema`, found by `registry`.

Takes the folders of settings.source_folders(); gives a `Source` by name; keeps nothing. A user adds a site by
writing a file of at most 20 lines into a folder of their own (`JIANGHUA_SOURCES`), without touching the code, and
tries it with `python -m include check-source FILE`.
"""
