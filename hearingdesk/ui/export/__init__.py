"""The window in which a record is written out: what, where to, how far it has come."""
