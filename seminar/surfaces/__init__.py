"""What an exercise looks like: on the page, on paper, in a notebook."""
