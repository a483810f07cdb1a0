"""What is said of a figure: measure, comparison and sign, bound, status."""
