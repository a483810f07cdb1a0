"""Plausibility: what makes a figure doubtful, said beside it; no figure is changed and none is left out.

`flags.flag` adds `flags` and, in the same order, `flag_reasons` to a finished list of observations:

| flag | module | what it says |
| --- | --- | --- |
| `unit_unusual` | ranges | the unit measures something else than the dictionary's unit of the indicator |
| `out_of_range` | ranges | the figure lies outside the dictionary's range |
| `growth_out_of_range` | ranges | the growth over a year lies outside the dictionary's range |
| `share_out_of_bounds` | ranges | a part of a whole is less than nothing or more than all |
| `does_not_add_up` | steps, growth, plans, parts | other figures of the text give another number |
| `contradicts` | repeats | the text says the same with another number, each time with name and period beside it |
| `duplicate` | repeats | the text has said the same before |
| `year_contradicts` | ranges | its sentence tells it as reached in a year after the one the speech speaks of |

Two figures agree when the numbers that they can be rounded from overlap (`figures.spread`): 6.03亿元 stands for
anything from 6.025 to 6.035亿元, and nothing else is allowed for. Bounded, masked and rough figures are not compared.
"""
