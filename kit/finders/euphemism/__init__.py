"""How `find_euphemisms` works: terms and their cues, voice, explanations in the text, hidden actors, plain wording."""
