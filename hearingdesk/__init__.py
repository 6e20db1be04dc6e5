"""hearingdesk: the speaker queue, clocks, concern tallies and record of a public hearing."""

__version__ = "0.1.0"
