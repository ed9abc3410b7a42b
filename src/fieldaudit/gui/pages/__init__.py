"""The pages of the window, one per word; they do not import each other."""
