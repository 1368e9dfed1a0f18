"""Articles in: plain text, HTML pages, JSON records, folders of them, standard input.

`read` yields articles and, in the place of documents that cannot be read, `Problem` values; `body.paragraphs` tells
which paragraphs of a text are the article.
"""

from timeline.sources.body import paragraphs
from timeline.sources.options import ReadOptions
from timeline.sources.page import read_html
from timeline.sources.problem import Problem, ProblemKind
from timeline.sources.reading import expected, read
from timeline.sources.record import read_lines, read_record
from timeline.sources.text import read_text
from timeline.sources.twice_encoded import told

__all__ = [
    "Problem",
    "ProblemKind",
    "ReadOptions",
    "expected",
    "paragraphs",
    "read",
    "read_html",
    "read_lines",
    "read_record",
    "read_text",
    "told",
]
