"""What a learner works with in a notebook: controls to mark, place, link, choose and write, and `ask`, which joins them
to the questions. Nothing is imported here, so that `import kit` stays light."""
