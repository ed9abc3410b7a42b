"""ODK XPath: parsed once, compiled to closures, evaluated over plain nodes."""
