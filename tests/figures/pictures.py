"""Figures that several tests draw."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from seminar.figures import colours, label_ends

YEARS = list(range(2005, 2020))
VALUES = [29.1, 33.4, 48.2, 56.9, 38.8, 55.5, 79.3, 88.2, 89.3, 95.3, 68.0, 69.6, 84.2, 107.1, 110.9]


def line_chart() -> Figure:
    """Return a line of fifteen points, with markers, named ``china``."""
    fig, ax = plt.subplots()
    ax.plot(YEARS, VALUES, "o-", color=colours["China"], gid="china")
    ax.set(ylim=(0, 120), ylabel="US$ billion")
    label_ends(ax, {"China": (2019, 110.9, colours["China"])})
    return fig


def numbers() -> pd.DataFrame:
    """Return the numbers behind ``line_chart``."""
    return pd.DataFrame({"Year": YEARS, "Trade (US$ billion)": VALUES})
