"""Figures: one matplotlib style, the SVG exporter, charts with their numbers, models to explore, strips."""

from seminar.figures.chart import CHART_MIME, Chart, Numbers, chart
from seminar.figures.explore import Explorable, explore
from seminar.figures.strip import strip
from seminar.figures.style import PALETTE, Colour, colours, label_ends, label_line, styled, use_style
from seminar.figures.svg import FigureError, concrete, marks, prefixed, text_boxes, to_svg, without

__all__ = [
    "CHART_MIME",
    "PALETTE",
    "Chart",
    "Colour",
    "Explorable",
    "FigureError",
    "Numbers",
    "chart",
    "colours",
    "concrete",
    "explore",
    "label_ends",
    "label_line",
    "marks",
    "prefixed",
    "strip",
    "styled",
    "text_boxes",
    "to_svg",
    "use_style",
    "without",
]
