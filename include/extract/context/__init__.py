"""What stands around a figure and above it, and which figures are observations."""
