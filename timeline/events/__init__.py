"""Claims: triggers as data, the matcher over the parse, status, attribution, occasions."""
