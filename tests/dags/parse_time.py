"""What runs when a Dag file is parsed, read from the source: the modules it reaches, what they import and call there.

Parse time is the module level of a Dag file and of every module of ours that it imports there, class bodies and
decorators included, and the bodies of the functions that `@dag` and `@task_group` call.
"""

import ast
from pathlib import Path

FORBIDDEN = {"pandas", "jieba", "bs4", "sqlalchemy", "requests", "lxml"}
BUILDERS = {"dag", "task_group"}  # decorators whose function runs while a Dag is built
IO_NAMES = {"open", "input", "print"}
IO_MODULES = {"socket", "subprocess", "urllib", "httpx", "sqlite3", "shutil"}
IO_METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "mkdir", "touch", "unlink", "iterdir", "glob",
    "rglob", "exists", "is_file", "is_dir", "stat", "urlopen", "connect", "system", "popen", "listdir", "scandir",
    "sleep",
}  # fmt: skip
AIRFLOW_LOOKUPS = {("Variable", "get"), ("Connection", "get"), ("BaseHook", "get_connection")}


def problems(dag_file, root):
    """Every forbidden import or I/O that parsing `dag_file` would do, as `file:line: what`."""
    found = []
    for module in reached(dag_file, root):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        for node in parse_time_nodes(tree):
            found += [f"{module.relative_to(root)}:{node.lineno}: {what}" for what in faults(node)]
    return sorted(set(found))


def reached(dag_file, root):
    """The Dag file and the modules below `root` that it imports at parse time, directly or not."""
    todo, seen = [Path(dag_file)], []
    while todo:
        module = todo.pop()
        if module in seen:
            continue
        seen.append(module)
        for node in parse_time_nodes(ast.parse(module.read_text(encoding="utf-8"))):
            todo += [file for name in imported(node) for file in files_of(name, root)]
    return seen


def files_of(name, root):
    """The files below `root` that importing `name` runs: packages from the outside in, then the module."""
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        place = root.joinpath(*parts[:length])
        for file in (place / "__init__.py", place.with_suffix(".py")):
            if file.is_file():
                yield file


def imported(node):
    """The dotted names that a statement imports; of `from a import b` both a and a.b: b may be a module."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def parse_time_nodes(tree):
    """All nodes that run at parse time: no bodies of plain functions, nothing under `if TYPE_CHECKING`."""
    todo = list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [default for default in node.args.kw_defaults if default]
            todo += [*node.decorator_list, *node.args.defaults, *defaults]
            if any(name_of(decorator) in BUILDERS for decorator in node.decorator_list):
                todo += node.body
            continue
        if isinstance(node, ast.Lambda) or (isinstance(node, ast.If) and name_of(node.test) == "TYPE_CHECKING"):
            continue
        yield node
        todo += ast.iter_child_nodes(node)


def faults(node):
    """What is wrong with one node, in words."""
    roots = {name.split(".")[0] for name in imported(node)}
    yield from (f"imports {name}" for name in sorted(roots & FORBIDDEN))
    if isinstance(node, ast.ImportFrom) and node.level:
        yield "imports relatively"
    if isinstance(node, ast.Call) and does_io(node.func):
        yield f"calls {ast.unparse(node.func)}"


def does_io(function):
    """Whether a call of that expression reads, writes, asks or waits."""
    if isinstance(function, ast.Name):
        return function.id in IO_NAMES
    if not isinstance(function, ast.Attribute):
        return False
    base = ast.unparse(function.value)
    return (
        function.attr in IO_METHODS
        or base.split(".")[0] in IO_MODULES
        or (base.split(".")[-1], function.attr) in AIRFLOW_LOOKUPS
    )


def name_of(node):
    """The last name of `x`, `a.x`, `x(…)` or `a.x(…)`."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)
