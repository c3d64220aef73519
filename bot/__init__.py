"""Assembly: settings, wiring, the way of an update, the command line."""
