"""A Dask cluster marks a class as one machine does, to the byte, also when a worker dies midway."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from seminar.cli import main
from seminar.grading import cluster as clusters
from seminar.grading import grade as grading
from seminar.grading.cluster import ClusterError, cluster
from seminar.grading.incoming import incoming
from tests.conftest import ROOT
from tests.grading import classes
from tests.grading.conftest import Class

pytest.importorskip("distributed")
PARTS = ("gradebook.csv", "marks.jsonl", "rejected.csv", "report.html")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(module: str, *arguments: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of a cluster in a process of its own, from a folder that is no project."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", f"distributed.cli.dask_{module}", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def worker(address: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--death-timeout", "60")
    with running("worker", address, *options, folder=folder) as process:
        yield process


def wait_for(address: str, workers: int) -> None:
    """Wait until so many workers have joined."""
    from distributed import Client

    with Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=120)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    address = f"tcp://127.0.0.1:{free_port()}"
    folder = tmp_path_factory.mktemp("cluster")
    port = address.rpartition(":")[2]
    with running("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard", folder=folder):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", int(port)), timeout=1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield address


@pytest.fixture(scope="module")
def given(lesson: Class, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a class of 120 handed in, and two files that cannot be marked."""
    folder = tmp_path_factory.mktemp("given")
    for student in classes.students(120):
        (folder / f"{student.id}.json").write_bytes(classes.handed_in(lesson.key, student))
    (folder / "broken.json").write_bytes(b"{")
    (folder / "an essay.txt").write_bytes(b"An essay")
    return folder


def parts(folder: Path) -> dict[str, bytes]:
    pages = {f"feedback/{page.name}": page.read_bytes() for page in (folder / "feedback").iterdir()}
    return pages | {name: (folder / name).read_bytes() for name in PARTS}


def test_a_worker_that_dies_midway_changes_no_byte(
    lesson: Class, given: Path, scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grading, "_FILES", 5)
    alone, together = tmp_path / "alone", tmp_path / "together"
    grading.grade(lesson.assignment, incoming([given]), alone, mapper=map)
    dead: list[int] = []
    with (
        worker(scheduler, tmp_path),
        worker(scheduler, tmp_path) as unlucky,
    ):
        wait_for(scheduler, 2)

        def told(done: int) -> None:
            if not dead:
                unlucky.kill()
                dead.append(unlucky.wait())

        with cluster(scheduler) as mapper:
            outcome = grading.grade(lesson.assignment, incoming([given]), together, mapper=mapper, told=told)
    assert dead
    assert (outcome.students, outcome.rejected) == (120, 2)
    assert parts(together) == parts(alone)


def test_the_command_takes_a_scheduler(
    lesson: Class,
    given: Path,
    scheduler: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(lesson.root)
    command = ["grade", classes.NAME, str(given), "--to"]
    with worker(scheduler, tmp_path):
        wait_for(scheduler, 1)
        assert main([*command, str(tmp_path / "far"), "--scheduler", scheduler]) == 1
    assert main([*command, str(tmp_path / "here"), "--jobs", "1"]) == 1
    assert "120 students marked, 2 files rejected" in capsys.readouterr().err
    assert parts(tmp_path / "far") == parts(tmp_path / "here")


def test_an_address_with_tls_and_no_certificate_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    started = time.perf_counter()
    with pytest.raises(ClusterError, match=r"under distributed\.comm\.tls"), cluster("tls://127.0.0.1:9"):
        pass
    assert time.perf_counter() - started < 10
    with pytest.raises(SystemExit):
        main(["grade", "--help"])
    assert "unencrypted" in " ".join(capsys.readouterr().out.split())


def test_a_worker_with_other_code_is_refused(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with worker(scheduler, tmp_path):
        wait_for(scheduler, 1)
        # The worker's digest is that of its files; here the files are others.
        monkeypatch.setattr(clusters, "_SOURCES", ("exercises",))
        with pytest.raises(ClusterError, match="another version of seminar"), cluster(scheduler):
            pass


def test_no_scheduler_and_no_dask_are_told(
    lesson: Class,
    given: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(lesson.root)
    monkeypatch.setattr(clusters, "_PATIENCE", 1)
    nowhere = f"tcp://127.0.0.1:{free_port()}"
    command = ["grade", classes.NAME, str(given), "--to", str(tmp_path / "out"), "--scheduler"]
    assert main([*command, nowhere]) == 1
    assert f"no Dask scheduler answers at {nowhere}" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main([*command, nowhere]) == 1
    assert "pip install '.[cluster]'" in capsys.readouterr().err
    assert not (tmp_path / "out" / "gradebook.csv").exists()
