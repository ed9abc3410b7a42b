"""What it means: verdicts, coverage, findings, indicators."""
