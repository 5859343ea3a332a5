"""Paper, PDF and images."""
