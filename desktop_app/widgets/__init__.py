"""The panes, one a file; none imports another."""
