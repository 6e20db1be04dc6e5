"""Programs that make what the project ships: fonts, the sample evening, pictures."""
