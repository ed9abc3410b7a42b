"""Data for other programs: tables, layers, photos and submissions, written and read back."""
