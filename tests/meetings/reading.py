"""Minutes and calendar files as somebody else's program reads them."""

import io

from docx import Document


def paper_text(content: bytes) -> str:
    """Everything printed in a DOCX: paragraphs and cells of tables."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
