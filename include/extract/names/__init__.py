"""What a figure is about: the indicator's name and the place, in the words of the text."""
