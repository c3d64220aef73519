"""Assembly: settings, wiring, the way of an update, the command line."""

__version__ = "0.1.0"
