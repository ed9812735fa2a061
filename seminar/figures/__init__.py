"""Figures: one matplotlib style, the SVG exporter, charts with their numbers, and strips of the timeline."""

from seminar.figures.chart import CHART_MIME, Chart, Numbers, chart
from seminar.figures.strip import strip
from seminar.figures.style import PALETTE, Colour, colours, label_ends, label_line, use_style
from seminar.figures.svg import FigureError, concrete, prefixed, text_boxes, to_svg

__all__ = [
    "CHART_MIME",
    "PALETTE",
    "Chart",
    "Colour",
    "FigureError",
    "Numbers",
    "chart",
    "colours",
    "concrete",
    "label_ends",
    "label_line",
    "prefixed",
    "strip",
    "text_boxes",
    "to_svg",
    "use_style",
]
