"""Marking a class: what was handed in is read, never run."""
