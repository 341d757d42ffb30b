"""The comparison's core: load, check, judge, present, write. Knows no site builder and names no framework."""
