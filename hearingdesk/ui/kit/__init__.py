"""Widgets and models that know nothing of hearings: the look, plain text, cards, rows, sheets."""
