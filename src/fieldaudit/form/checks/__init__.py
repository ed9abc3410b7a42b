"""Rules that the rows of a checklist table must keep, one module each."""
