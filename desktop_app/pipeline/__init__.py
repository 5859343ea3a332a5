"""Bytes become a bulletin: pure functions, text in, dataclasses out. No SQL, no Qt."""
