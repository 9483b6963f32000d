"""The parts of the source finder; `kit.finders.sources` puts them together."""
