"""Pages: the warehouse in Airflow's UI, for reading only.

Takes the warehouse that the tasks write; gives three pages below `/jianghua/`: the latest runs with their balance,
one run's account, and the observations with their evidence. Keeps nothing.

`app.py` has the routes, `access.py` who may see them, `store.py` the read-only connection, `accounts.py` and
`evidence.py` the queries, `rendering.py` the templates in `templates/`. `plugins/jianghua.py` mounts it.
Nothing that a web page said ever becomes markup: templates escape everything, and the content security policy
allows no script or style but the two that stand in `templates/`.
"""
