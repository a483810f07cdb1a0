"""Who may see the pages: whoever may see the Dag `ingest_speeches` in Airflow."""

from airflow.api_fastapi.app import get_auth_manager
from airflow.api_fastapi.core_api.security import requires_access_dag
from fastapi import Request
from fastapi.responses import RedirectResponse

# Airflow secures its own routes only: a mounted application is open unless it asks for this itself.
may_read = requires_access_dag("GET", param_dag_id="ingest_speeches")


def to_login(request: Request) -> RedirectResponse:
    """Airflow's login, which leads back to the page that was asked for."""
    return RedirectResponse(get_auth_manager().get_url_login(next_url=str(request.url)))
