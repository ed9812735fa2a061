"""Marking on a Dask cluster: the same functions of plain values, mapped over workers elsewhere.

Everything that marking takes travels with the tasks. Workers need the package ``seminar`` as it is here, and
neither the project nor its bank; nothing of a class stays with them. What a worker that dies was doing, or
had done and not handed over, others do again. Names and answers cross the network, unencrypted unless the
scheduler's address begins with ``tls://``: use a cluster and a network that you trust.
"""

from __future__ import annotations

import hashlib
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from seminar.grading.grade import Mapper

_PATIENCE = 20
"""For how many seconds a scheduler may keep silent before it counts as not there."""
_AHEAD = 3
"""How many chunks wait for each thread of the cluster, so that none is idle and few are held."""
_SOURCES = ("exercises", "grading")
"""The folders of the package on which marks depend."""

_In = TypeVar("_In")
_Out = TypeVar("_Out")


class ClusterError(RuntimeError):
    """The cluster cannot be used, or was lost; the message ends in the remedy."""


@contextmanager
def cluster(address: str) -> Iterator[Mapper]:
    """Give a mapper over the workers of the scheduler at ``address``, such as ``tcp://10.0.0.5:8786``.

    Raises ClusterError where there is no such scheduler, where TLS has no certificate, where workers have
    another ``seminar`` or none, and, from within the mapper, where the cluster is lost or workers die again
    and again over one chunk.
    """
    try:
        from distributed import Client
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker
        from distributed.security import Security
    except ImportError as error:
        raise ClusterError(
            f"marking on a cluster needs Dask ({error}): run pip install '.[cluster]' in the project's folder"
        ) from error
    settings: Any = Security()  # type: ignore[no-untyped-call]
    if address.startswith("tls://") and settings.get_connection_args("client").get("ssl_context") is None:
        raise ClusterError(
            f"{address} takes nobody without a certificate: name yours in Dask's settings, "
            "ca-file and client under distributed.comm.tls"
        )
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"no Dask scheduler answers at {address}: start one, or mend the address"
        ) from error
    with client:
        try:
            _compare(client)
            yield _mapper(client)
        except KilledWorker as error:
            raise ClusterError(
                "workers died again and again over the same files, perhaps for want of memory: "
                "give them more, or mark without --scheduler"
            ) from error
        except (CommClosedError, FutureCancelledError) as error:
            raise ClusterError(f"the scheduler at {address} is gone: start it, and mark again") from error


def _mapper(client: Any) -> Mapper:
    def mapper(function: Callable[[_In], _Out], values: Iterable[_In], /) -> Iterator[_Out]:
        # A task of its own: a worker that lost it can have it made again.
        known = client.submit(pickle.loads, pickle.dumps(function, pickle.HIGHEST_PROTOCOL), pure=False)
        most = max(sum(client.nthreads().values()), 1) * _AHEAD
        ahead: deque[Any] = deque()
        for value in values:
            ahead.append(client.submit(_applied, known, value, pure=False))
            if len(ahead) > most:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()

    return mapper


def _applied(function: Callable[[_In], _Out], value: _In) -> _Out:
    return function(value)


def _compare(client: Any) -> None:
    """Raise ClusterError where a worker would mark by other code."""
    try:
        # Where workers are only started once there is work, this is the first.
        client.submit(edition, pure=False).result()
        editions: dict[str, str] = client.run(edition)
    except ModuleNotFoundError as error:
        raise ClusterError(f"a worker has no {error.name}: install seminar there, as it is here") from error
    other = sorted(worker for worker, found in editions.items() if found != edition())
    if other:
        raise ClusterError(
            f"{other[0]} has another version of seminar, and might mark otherwise: install the same there"
        )


def edition() -> str:
    """Return a digest of the code by which marks are given."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(file for folder in _SOURCES for file in (package / folder).glob("*.py"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()
