"""The record out: minutes and testimony, written from the journal; no Qt and no SQL in here."""
