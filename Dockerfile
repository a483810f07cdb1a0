# One image for every service of docker-compose.yaml: Python, the locked packages, the project. No compiler, not root.
FROM python:3.12-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 \
    AIRFLOW_HOME=/opt/airflow PYTHONPATH=/opt/jianghua JIANGHUA_HOME=/data
RUN useradd --uid 50000 --create-home airflow && mkdir -p /opt/airflow /opt/jianghua /data \
    && chown airflow /opt/airflow /data
COPY requirements-team.lock /tmp/requirements.lock
RUN pip install --require-hashes -r /tmp/requirements.lock
COPY --chown=root:root dags /opt/jianghua/dags
COPY --chown=root:root plugins /opt/jianghua/plugins
COPY --chown=root:root include /opt/jianghua/include
USER 50000
WORKDIR /opt/airflow
