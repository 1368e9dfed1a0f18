"""What is measured for speed and memory; nothing here is a test."""
