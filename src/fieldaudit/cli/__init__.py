"""The command line: one command group per word, one error gate."""
