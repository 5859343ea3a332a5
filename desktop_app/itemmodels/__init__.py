"""Qt models over plain structs."""
