"""The home screen: which hearings there are, and the way into each."""

from hearingdesk.ui.docket.window import DocketAct, DocketWindow

__all__ = ["DocketAct", "DocketWindow"]
