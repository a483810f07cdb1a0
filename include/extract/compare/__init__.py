"""What a change of the rules would change: two readings of the same texts, difference by difference.

differences  the pure part: two readings of one text, paired, and in which fields they differ
tally        counts over many texts, and how they are printed
texts        what is read: texts that are named, or the speeches of the warehouse with what is known of them
checkouts    a git revision or a folder, run as its own code in a process of its own
sides        what OLD and NEW may be
command      `python -m include extract --compare OLD NEW [TEXT.txt…]`
"""
