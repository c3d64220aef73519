"""What leaves as a file: DOCX, PDF, XLSX, PNG, ICS. Pure functions of ready data; nothing here reads the database."""
