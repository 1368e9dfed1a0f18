"""Claims in, knowledge out: stores, who and what is the same, the contact graph, paths, and its formats."""
