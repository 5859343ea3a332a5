"""Files of every format become a source text."""
