"""The course as static files: every lesson and exercise runs in the browser alone, with nothing installed."""
