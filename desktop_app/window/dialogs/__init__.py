"""Windows beside the main window; none of them stops the work in it."""
