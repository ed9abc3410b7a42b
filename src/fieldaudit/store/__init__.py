"""What is kept: the survey file. The only package that knows SQL."""
