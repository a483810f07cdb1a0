"""The warehouse in Airflow's UI: a page under *Browse* and a tab on every run.

Every Airflow process executes this file, so it imports nothing of the project before the first request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from airflow.plugins_manager import AirflowPlugin

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send


async def pages(scope: Scope, receive: Receive, send: Send) -> None:
    """The pages as an ASGI application; only the api-server ever calls it."""
    from include.pages.app import app

    await app(scope, receive, send)


class JianghuaPlugin(AirflowPlugin):
    """What Airflow mounts and where its UI shows it."""

    name = "jianghua"
    fastapi_apps: list[Any] = [{"app": pages, "url_prefix": "/jianghua", "name": "Jianghua"}]  # noqa: RUF012 - the base class has it so
    external_views: list[Any] = [  # noqa: RUF012
        {
            "name": "Warehouse 讲话仓库",
            "href": "/jianghua/",
            "destination": "nav",
            "category": "browse",
            "url_route": "jianghua",
        },
        {
            "name": "Balance 对账",
            "href": "/jianghua/run?dag_id={DAG_ID}&run_id={RUN_ID}",
            "destination": "dag_run",
            "url_route": "jianghua-run",
        },
    ]
