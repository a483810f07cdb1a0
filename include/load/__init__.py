"""Load: staged rows become warehouse rows, one transaction a run."""
