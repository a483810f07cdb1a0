"""Jianghua on one machine: Airflow's four processes and the sample site, as `make run` starts them.

`python -m include.local run | stop | status | ingest | backfill`. A team's deployment uses docker-compose.yaml.
"""
