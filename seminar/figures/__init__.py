"""Figures: one matplotlib style, the SVG exporter, charts with their numbers, and strips of the timeline."""

from seminar.figures.chart import CHART_MIME, Chart, Numbers, chart
from seminar.figures.style import PALETTE, Colour, colours, label_ends, label_line, theme_css, use_style
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
    "text_boxes",
    "theme_css",
    "to_svg",
    "use_style",
]
