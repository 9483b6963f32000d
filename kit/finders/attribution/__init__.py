"""The parts of the attribution finder; `kit.finders.attribution.find` puts them together."""
