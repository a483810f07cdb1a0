"""Check: looks at the staged rows before they land, source by source.

Takes the staged rows of every batch; gives one result a source and check; a source with a failed check is held:
none of its rows land, the other sources' do. Results are kept as rows.
"""
