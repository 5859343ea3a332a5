"""The main window: arranges the panes and joins their signals."""
