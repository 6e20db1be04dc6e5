"""The public screen: it paints a Face, full screen on the other screen, and knows nothing else of the hearing."""
