"""The same cluster and people as in the tests of the installation."""

from tests.installation.conftest import Office, office

__all__ = ["Office", "office"]
