"""What a person can do, one module per word; the only way in for cli and gui."""
