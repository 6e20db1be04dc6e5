"""The sample hearing in the making: its invented people, its commission and its evening."""
