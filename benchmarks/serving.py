"""The desk as a process of its own, on a free port: for measuring, and for tests with a browser or a kill."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import urlopen

from schemas import Settings

PATIENCE = 120.0  # seconds in which it has to be up, on a busy machine too


@dataclass(frozen=True)
class Served:
    """A running desk: where it is, and its process."""

    address: str
    process: "subprocess.Popen[str]"


@contextmanager
def serving(settings: Settings, day: str) -> Iterator[Served]:
    """Run the desk on a port that is free, as if on a day; end it afterwards."""
    program = f"""
import itertools, socket, uvicorn
from datetime import UTC, datetime, timedelta
from review.desk.app import create_app
from schemas import load_settings
start, seconds = datetime.fromisoformat({day!r}).replace(tzinfo=UTC), itertools.count()
door = socket.socket(); door.bind(("127.0.0.1", 0)); door.listen()
print(f"at http://127.0.0.1:{{door.getsockname()[1]}}", flush=True)
app = create_app(load_settings(), clock=lambda: start + timedelta(microseconds=next(seconds)))
uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([door])
"""
    variables = as_environment(settings)
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Served(_address(process), process)
        finally:
            process.kill()


def as_environment(settings: Settings) -> dict[str, str]:
    """The variables by which another process gets the same settings."""
    given = settings.model_dump(exclude_none=True)
    return {f"FORESAID_{name.upper()}": str(value) for name, value in given.items() if value != ""}


def _address(process: "subprocess.Popen[str]") -> str:
    """Where the desk says that it is, once it answers there."""
    assert process.stdout is not None
    said = re.match(r"at (\S+)", process.stdout.readline())
    assert said, "the desk did not start"
    urlopen(f"{said[1]}/login", timeout=PATIENCE).close()
    return said[1]
