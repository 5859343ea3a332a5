"""Answers to what a user asks of bulletins, for the window and the command line alike. No Qt."""
