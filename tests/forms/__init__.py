"""Tests of the bundled checklists."""
