"""What a lab's checks say, and how. Each student's notebook holds a copy, so it needs nothing else."""


class NotYet(AssertionError):  # noqa: N818 - Jupyter shows the name
    """A check that does not hold yet; Jupyter shows its message without the program's inside."""

    def _render_traceback_(self) -> list[str]:
        return [f"Not yet: {self}"]


def check(holds: object, message: str) -> None:
    """Stop with ``message`` unless ``holds`` is true."""
    if not holds:
        raise NotYet(message)
