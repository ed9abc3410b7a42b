"""Many become one: vetting sources, union, conflicts, balance."""
