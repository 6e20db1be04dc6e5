"""The clerk's window: who is coming, who is speaking, what was heard, and whether it is saved."""
