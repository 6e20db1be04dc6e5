"""What the README says about speed, as a program: ratios of medians taken in one run."""
