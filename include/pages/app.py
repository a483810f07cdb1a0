"""The routes below `/jianghua/`. Each asks Airflow whether the user may read; none writes."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException as StarletteHTTPException

from include.load import tables
from include.load.balance import row_counts
from include.pages import accounts, evidence, sources
from include.pages.access import may_read, to_login
from include.pages.rendering import SECURITY_HEADERS, message, render
from include.pages.store import NoWarehouseError, reading

log = logging.getLogger(__name__)

app = FastAPI(dependencies=[Depends(may_read)], docs_url=None, redoc_url=None, openapi_url=None)


def warehouse() -> Iterator[Connection]:
    """A read-only connection for the length of one request."""
    with reading() as connection:
        yield connection


Warehouse = Annotated[Connection, Depends(warehouse)]
Text = Annotated[str, Query(max_length=300, pattern=r"^[^\x00]*$")]  # PostgreSQL takes no NUL


@app.get("/")
def index(connection: Warehouse) -> HTMLResponse:
    """The latest runs with their balance, how each source is, what is in quarantine, the rows of each table."""
    quarantine, quarantined = accounts.open_quarantine(connection)
    values = {
        "runs": accounts.latest_runs(connection),
        "sources": sources.present_states(connection),
        "counts": row_counts(connection),
        "comments": {table.name: table.comment for table in tables.metadata.sorted_tables},
        "quarantine": quarantine,
        "quarantined": quarantined,
    }
    return render("index.html", values)


@app.get("/run")
def run(connection: Warehouse, run: Text = "", dag_id: Text = "", run_id: Text = "") -> HTMLResponse:
    """One run: as `?run=<dag id>/<run id>`, or with the two ids apart, as Airflow's UI fills them in."""
    name = run or f"{dag_id}/{run_id}"
    account = accounts.run_account(connection, name)
    if account is None:
        text = "A run appears here when its load task has committed. Until then, and if it failed before, see its log."
        raise HTTPException(404, f"The warehouse has no run “{name}”. {text}")
    return render("run.html", {"run": account, "shown_links": accounts.SHOWN_LINKS})


@app.get("/observations")
def observations(
    connection: Warehouse,
    indicator: Text = "",
    region: Text = "",
    doubtful: bool = False,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> HTMLResponse:
    """Current observations of canonical copies, 50 a page, each with its evidence."""
    wanted = evidence.Wanted(indicator.strip(), region.strip(), doubtful)
    total = evidence.count(connection, wanted)
    values = {
        "wanted": wanted,
        "total": total,
        "page": page,
        "pages": -(-total // evidence.PAGE_SIZE),
        "first": (page - 1) * evidence.PAGE_SIZE + 1,
        "observations": evidence.search(connection, wanted, page),
    }
    return render("observations.html", values)


@app.middleware("http")
async def secure(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """The security headers on every answer."""
    response = await call_next(request)
    response.headers.update(SECURITY_HEADERS)
    return response


@app.exception_handler(StarletteHTTPException)
async def refuse(request: Request, error: StarletteHTTPException) -> Response:
    """A browser without a session goes to the login; anything else is said in words."""
    if error.status_code == 401 and "text/html" in request.headers.get("accept", ""):
        return to_login(request)
    titles = {401: "Not logged in", 403: "Not allowed", 404: "Not found"}
    return message(titles.get(error.status_code, "Not possible"), str(error.detail), error.status_code)


@app.exception_handler(RequestValidationError)
async def refuse_parameters(request: Request, error: RequestValidationError) -> Response:
    """Parameters of a wrong kind."""
    wrong = "; ".join(f"{problem['loc'][-1]}: {problem['msg']}" for problem in error.errors())
    return message("Not possible", wrong, 422)


@app.exception_handler(NoWarehouseError)
async def nothing_yet(request: Request, error: NoWarehouseError) -> Response:
    """Before the first run."""
    return message("Nothing here yet", "The warehouse appears with the first run of ingest_speeches that lands.", 404)


@app.exception_handler(SQLAlchemyError)
async def unreadable(request: Request, error: SQLAlchemyError) -> Response:
    """The database is down, or its tables are of another version."""
    log.error("The warehouse cannot be read", exc_info=error)
    text = (
        "It may be down, or older than this code (python -m include warehouse migrate). The api-server's log says more."
    )
    return message("The warehouse cannot be read", text, 503)
