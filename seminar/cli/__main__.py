"""``python -m seminar.cli``: the command, where its script is not on the path."""

import sys

from seminar.cli import main

sys.exit(main())
