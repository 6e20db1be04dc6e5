"""The evening of a commission of nine with 164 slips, row by row of the day in a clerk's life."""
