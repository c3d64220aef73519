"""A sheet in a file: read from a table or from YAML, checked as a whole, written as a table to fill in.

Reading collects every trouble with its row and column; a sheet comes out only when there is none.
"""

from cluster.evaluation.sheet_file.checking import Checked, check
from cluster.evaluation.sheet_file.draft import Draft, Spot, Trouble, Written
from cluster.evaluation.sheet_file.table import draft_of_table
from cluster.evaluation.sheet_file.writing import table_of, yaml_of
from cluster.evaluation.sheet_file.yaml_text import draft_of_yaml

__all__ = [
    "Checked",
    "Draft",
    "Spot",
    "Trouble",
    "Written",
    "check",
    "draft_of_table",
    "draft_of_yaml",
    "table_of",
    "yaml_of",
]
