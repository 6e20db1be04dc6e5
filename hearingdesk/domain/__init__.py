"""The hearing itself in plain Python: no Qt, no SQL, no clock, no disk."""
