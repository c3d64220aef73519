"""Reading of files people send."""
