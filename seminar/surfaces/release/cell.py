"""The first cell of a released notebook: its exercises, their answers, and handing in.

The notebook holds this text and calls ``begin``. It needs anywidget and nothing of the book, and leaves no
names behind but the two that students use, so that their own code cannot break it.
"""

from typing import Any


def begin(told: str, script: str, style: str) -> tuple[Any, Any]:
    """Return ``exercise(id)`` and ``hand_in()``, whose results are to be shown.

    ``told`` is JSON: what the browser is told of the assignment, its questions, and the words that are said
    here; ``script`` and ``style`` are the browser half. Answers are kept, on each change, in a file beside
    the notebook, and are there again when it is opened the next time.
    """
    import json
    import os
    import unicodedata
    from hashlib import sha256
    from pathlib import Path

    assignment = json.loads(told)
    words = assignment["words"]
    # A student's own code may go to another folder later.
    here = Path.cwd()
    file = here / f"{assignment['name']}-answers.json"
    questions = {each["id"]: each["variants"] for each in assignment["questions"]}
    varied = {each["id"] for each in assignment["questions"] if each["varied"]}
    kept: dict[str, Any] = {"student": {}, "handing": {}, "records": {}}

    class Stop(Exception):  # noqa: N818 - it ends a cell
        """Says why a cell ends in one sentence, in the place of a traceback."""

        def _render_traceback_(self) -> list[str]:
            return [str(self)]

    try:
        import anywidget
        import traitlets
    except ImportError:
        raise Stop(words["lacking"]) from None

    def open_file() -> None:
        """Take up what was kept; a file that cannot be read is put aside."""
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
            for name, value in kept.items():
                if not isinstance(found[name], dict):
                    raise TypeError
                value.update(found[name])
            if not all(isinstance(known, dict) for known in kept["records"].values()):
                raise TypeError
        except FileNotFoundError:
            print(words["kept"].replace("{file}", str(file)))
        except (OSError, ValueError, TypeError, KeyError):
            for value in kept.values():
                value.clear()
            aside = file.with_suffix(".unreadable.json")
            try:
                os.replace(file, aside)
                print(words["unreadable"].replace("{file}", str(aside)))
            except OSError as error:
                raise Stop(words["failed"].replace("{why}", str(error))) from None
        else:
            print(words["kept"].replace("{file}", str(file)))

    def write(path: Path, text: str) -> bool:
        """Write a file whole or not at all; return whether it could be done."""
        new = path.with_name(f"{path.name}.new")
        try:
            # Half of a character can be typed, and no file can hold it.
            new.write_text(text, encoding="utf-8", errors="replace")
            os.replace(new, path)
        except OSError:
            return False
        return True

    def keep() -> None:
        done = write(file, json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
        for widget in shown:
            widget.notice = None if done else "notebook"

    def asked(name: str) -> str:
        """Return what is asked of the student in an exercise: of several variants the id picks one."""
        variants = questions[name]
        known = str(kept["student"].get("id", "")).strip(" \t\r\n\u00a0\u202f")
        normal = unicodedata.normalize("NFC", known).lower()
        digest = sha256(f"{assignment['name']}/{name}/{normal}".encode("utf-8", "surrogatepass")).digest()
        question: str = variants[int.from_bytes(digest, "big") % len(variants)]["question"]
        return question

    def answer(name: str) -> dict[str, Any]:
        found = kept["records"].get(name, {}).get(asked(name))
        return found if isinstance(found, dict) else {}

    def payload_of(name: str) -> dict[str, Any]:
        variants = questions[name]
        several = {"type": "variants", "assignment": assignment["name"], "variants": variants}
        payload: dict[str, Any] = several if name in varied else variants[0]
        return payload

    class Widget(anywidget.AnyWidget):
        _esm = script
        _css = style
        payload = traitlets.Dict().tag(sync=True)
        record = traitlets.Dict().tag(sync=True)
        records = traitlets.Dict().tag(sync=True)
        student = traitlets.Dict().tag(sync=True)
        handing = traitlets.Dict().tag(sync=True)
        submission = traitlets.Dict().tag(sync=True)
        notice = traitlets.Unicode(None, allow_none=True).tag(sync=True)

        def __init__(self, name: str, payload: dict[str, Any]) -> None:
            self.name, self.lost = name, False
            super().__init__(payload=payload)
            self.renew()
            shown.append(self)

        def renew(self) -> None:
            """Show what is kept."""
            self.student, self.handing = dict(kept["student"]), dict(kept["handing"])
            if self.name:
                self.record = answer(self.name)
            else:
                self.records = {name: answer(name) for name in questions}

        @traitlets.observe("record")
        def _answered(self, change: Any) -> None:
            new = change["new"]
            if new == answer(self.name):
                return
            known = kept["records"].setdefault(self.name, {})
            if new:
                known[new["fingerprint"]] = new
            else:
                known.pop(asked(self.name), None)
            everywhere()

        @traitlets.observe("student", "handing")
        def _told(self, change: Any) -> None:
            new = dict(change["new"])
            lost = self.lost and change["name"] == "handing"
            if lost:
                # What could not be written was not handed in.
                self.lost, new["handed"] = False, new["handed"][1:]
            elif new == kept[change["name"]]:
                return
            kept[change["name"]] = new
            everywhere()
            if lost:
                self.notice = "notebook"

        @traitlets.observe("submission")
        def _handed_in(self, change: Any) -> None:
            new = change["new"]
            self.lost = bool(new) and not write(here / Path(new["file"]).name, new["text"])

    shown: list[Widget] = []

    def everywhere() -> None:
        keep()
        for widget in shown:
            widget.renew()

    def exercise(name: str) -> Widget:
        """Show an exercise; what is answered in it is kept on each change."""
        if name not in questions:
            raise Stop(words["unknown"].replace("{name}", name).replace("{names}", ", ".join(questions)))
        return Widget(name, payload_of(name))

    def hand_in() -> Widget:
        """Show what is still missing, and write the file to hand in."""
        exercises = [payload_of(name) for name in questions]
        return Widget("", {**assignment["about"], "type": "hand-in", "exercises": exercises})

    open_file()
    return exercise, hand_in
