"""What only lessons need: texts, gold and kept answers put together with the finders and the views."""
