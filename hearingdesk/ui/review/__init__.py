"""The window for the days after the meeting: what is still open, each with its editor and its page."""
