"""The programs that exports are made for, fetched once into `.cache/` of the checkout by the ordinary clients."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "interop"
JAVA = Path(__file__).parent / "java"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def need(*names: str) -> str:
    """Return the path of the first of these programs; without any, skip and say so, and fail under CI."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is not None:
        return found
    raise absent(f"none of {', '.join(names)} is installed (scripts/system-packages)")


def absent(what: str) -> NoReturn:
    """Skip and say why; fail under CI, where nothing may be missing. It does not return."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def browser() -> str:
    """Return the path of a Chromium."""
    return need(*_BROWSERS)


def maven_jars(name: str, *artifacts: str) -> str:
    """Return the class path of a folder with these artifacts (group:name:version[:type:classifier])."""
    folder = CACHE / name
    for artifact in artifacts:
        _, one, version, *rest = artifact.split(":")
        suffix = f"-{rest[1]}" if len(rest) > 1 else ""
        if not (folder / f"{one}-{version}{suffix}.jar").is_file():
            copy = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
            run([need("mvn"), "-q", "-B", copy, f"-Dartifact={artifact}", f"-DoutputDirectory={folder}"], folder)
    return f"{folder}/*"


def npm_package(name: str, version: str) -> Path:
    """Return the folder of an npm package, unpacked and not installed: no script of its runs."""
    folder = CACHE / name.rpartition("/")[2]
    if not (folder / "package" / "package.json").is_file():
        packed = run([need("npm"), "pack", "--silent", f"{name}@{version}"], folder)
        run([need("tar"), "xzf", packed.split()[-1]], folder)
    return folder / "package"


def run(command: Sequence[str], folder: Path) -> str:
    """Run a command in the folder, and return what it prints."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, f"{command[0]} failed: {done.stderr[-2000:]}{done.stdout[-2000:]}"
    return done.stdout


def java(source: str, class_path: str, *arguments: str) -> list[list[str]]:
    """Run a Java source file, and return the lines it prints, split at tabs."""
    command = [need("java"), "-Xmx512m", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"]
    command += ["-Dstdout.encoding=UTF-8", "-cp", class_path, str(JAVA / source), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, timeout=200)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-3000:]
    return [line.split("\t") for line in done.stdout.decode().splitlines()]
