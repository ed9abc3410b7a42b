"""The functions of XPath 1.0 and ODK, one module per subject."""
