"""What findings look like: views are handed an article and its findings, and import no finder."""
