"""Numbers: every span of a text that states a value, with its unit, read from the most to the least particular form."""
