"""The text's language: parse, mentions, coreference, quotations."""
