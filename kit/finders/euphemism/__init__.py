"""How `find_euphemisms` works: terms and their context, voice, explanations in the text, acts without a doer."""
