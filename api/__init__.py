"""People and programs in: the command line, the HTTP interface and the pages."""
