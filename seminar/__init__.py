"""The machinery of the book: tables, figures, exercises and the surfaces that show them."""
