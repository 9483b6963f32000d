"""The finders: each one a pure function from an `Article` to findings."""
