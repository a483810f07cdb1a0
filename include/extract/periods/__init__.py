"""When a figure holds: the words that say so, and how they carry from headings and earlier clauses."""
