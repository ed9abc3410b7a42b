"""What is asked: checklists, their definition and their live instances."""
