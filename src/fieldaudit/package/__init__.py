"""What leaves: signed PDF packages and their verification."""
