"""`python -m include COMMAND …`: every stage on files, without Airflow."""

import sys
from importlib import import_module

# command → the module whose `main(argv) -> int` runs it, and what the overview says of it
COMMANDS = {
    "discover": ("include.discover.command", "SOURCE --from D --to D: the links of a window; nothing stored"),
    "fetch": ("include.fetch.command", "URL…: outcome and hash of the body; nothing stored"),
    "check-source": ("include.sources.command", "FILE: validate a source, show its links and one cleaned page"),
    "new-source": ("include.sources.scaffold", "NAME [--url URL]: write a source's file, its test and saved pages"),
    "clean": ("include.clean.command", "PAGE.html… [--url URL]: text, speeches and what was stripped"),
    "segment": ("include.segment.command", "TEXT.txt… [--words]: headings, paragraphs, sentences, words"),
    "extract": ("include.extract.command", "TEXT.txt…: an observation a line"),
    "commitments": ("include.commitments.command", "TEXT.txt…: a commitment a line"),
    "deduplicate": ("include.deduplicate.command", "TEXT.txt…|DIR: a line per speech, with its cluster"),
    "sample-site": ("include.sample_site.command", "--port N: serve the bundled sample site"),
    "warehouse": ("include.load.command", "migrate | counts | describe: the warehouse's tables"),
}


def overview() -> str:
    """The list of commands, as `python -m include` prints it."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {summary}" for name, (_, summary) in COMMANDS.items()]
    return "usage: python -m include COMMAND …\n\n" + "\n".join(lines)


def main(argv: list[str]) -> int:
    """Run one command; 2 for a command that does not exist."""
    if not argv or argv[0] in ("-h", "--help"):
        print(overview())
        return 0 if argv else 2
    if argv[0] not in COMMANDS:
        print(f"unknown command {argv[0]!r}\n\n{overview()}", file=sys.stderr)
        return 2
    module = import_module(COMMANDS[argv[0]][0])
    return int(module.main(argv[1:]))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # `… | head`
        sys.stderr.close()
