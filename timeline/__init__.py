"""Articles in, dated claims out: sources, language, dates, events, and `extract`, with no store and no server."""
