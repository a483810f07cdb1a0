"""Sources: one YAML file a web site, validated by `schema`, found by `registry`.

Takes the folders of settings.source_folders(); gives a `Source` by name; keeps nothing. A user adds a site by
writing a file of at most 20 lines into a folder of their own (`JIANGHUA_SOURCES`), without touching the code, and
tries it with `python -m include check-source FILE` (`command`). `python -m include new-source` writes such a file, with
a test and the pages it reads (`scaffold`: `scaffold_seen` asks the site, `scaffold_detect` and `scaffold_json` find out
how its listing is read, `scaffold_files` fills `templates/`).
"""
