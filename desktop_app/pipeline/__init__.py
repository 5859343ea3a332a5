"""Bytes become a bulletin: pure functions, text in, structs out. No SQL, no Qt."""
