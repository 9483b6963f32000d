"""Questions: what is asked, what is right, how an answer is marked, and where answers are kept."""
