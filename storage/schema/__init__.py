"""Tables, a module per feature. Importing this package registers all of them on `metadata`."""

import importlib
import pkgutil

from storage.schema.base import metadata

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

__all__ = ["metadata"]
