"""The audit: every relation of a bulletin's numbers that can be checked, with its numbers."""

from desktop_app.pipeline.audit.check import check

__all__ = ["check"]
