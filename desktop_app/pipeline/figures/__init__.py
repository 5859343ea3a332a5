"""Figures: every number that a statistician would use, with its name, unit, growth and period."""

from desktop_app.pipeline.figures.extract import extract

__all__ = ["extract"]
