"""Bodies under their SHA-256, in folders ab/cd/: written whole or not at all, and checked whenever they are read."""

import hashlib
import os
import uuid
from pathlib import Path

from include import settings
from include.errors import BadPageError


class BodyStore:
    """The raw folder. A body is stored once, however many pages have it."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or settings.raw_folder()

    def path(self, sha256: str) -> Path:
        """Where the body of that hash lies."""
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, body: bytes) -> str:
        """Store a body and give its SHA-256. OSError where the disk refuses; then nothing lies under the name."""
        sha256 = hashlib.sha256(body).hexdigest()
        target = self.path(sha256)
        if not self._holds(target, body):
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(target, body)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The body of that hash; BadPageError (`missing_body`, `corrupt_body`) where it is not what it was."""
        try:
            body = self.path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise BadPageError(f"no body {sha256} in {self.folder}", reason="missing_body") from error
        if hashlib.sha256(body).hexdigest() != sha256:
            raise BadPageError(f"body {sha256} was altered on disk", reason="corrupt_body")
        return body

    def _holds(self, target: Path, body: bytes) -> bool:
        """Whether the body is there already, unaltered; an altered one is written anew."""
        try:
            return target.read_bytes() == body
        except FileNotFoundError:
            return False


def _write(target: Path, body: bytes) -> None:
    """Under another name first, then renamed: a crash leaves no half body under a hash."""
    temporary = target.with_name(f".{target.name}.{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
