"""What comes in as a file: tables of an XLSX or DOCX as plain rows of cells, each with its address.

    contents = await worker.run(read_file, data)  # off the event loop
    for table in contents.tables:
        for row in table.rows:
            row[2].text, row[2].place  # «14», sheet «Практиканты», row 7, column C

A file that cannot be read is refused by one of `documents.reading.refusals`, with the place where one can be named.
"""

from documents.reading import refusals
from documents.reading.files import read_file
from documents.reading.model import Cell, Contents, FileKind, Place, Row, Table
from documents.reading.plan_file import read_plan

__all__ = ["Cell", "Contents", "FileKind", "Place", "Row", "Table", "read_file", "read_plan", "refusals"]
