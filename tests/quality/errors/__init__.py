"""`make errors`: what the extraction gets wrong on the corpora beside the checkout, by cause, one page a corpus."""
