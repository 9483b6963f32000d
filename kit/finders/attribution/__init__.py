"""The parts of the attribution finder; `kit.finders.attributions` puts them together."""
