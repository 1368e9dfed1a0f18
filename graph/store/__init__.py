"""Where claims are kept: one protocol, one module per engine."""
