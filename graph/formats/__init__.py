"""Contact graphs out: one module per format, each with a `write` that makes the same bytes of the same events."""

from graph.formats import cypher, gexf, graphml, node_link, svg
from timeline.formats import FORMATS, ExportData, ExportFormat

__all__ = ["ALL_FORMATS", "GRAPH_FORMATS", "ExportData", "ExportFormat"]

#: Every graph format by its name.
GRAPH_FORMATS: dict[str, ExportFormat] = {
    form.name: form
    for form in (
        ExportFormat(
            "graphml",
            "GraphML",
            "application/graphml+xml",
            ".graphml",
            "yEd, Gephi, Cytoscape, networkx",
            graphml.write,
        ),
        ExportFormat("gexf", "GEXF 1.3", "application/gexf+xml", ".gexf", "Gephi, with its time line", gexf.write),
        ExportFormat("node-link", "Node-link JSON", "application/json", ".json", "networkx, D3", node_link.write),
        ExportFormat("cypher", "Cypher", "application/x-cypher-query", ".cypher", "Neo4j", cypher.write),
        ExportFormat("svg", "SVG picture", "image/svg+xml", ".svg", "browsers, drawing programs", svg.write),
    )
}

#: Every format by its name, timelines first.
ALL_FORMATS: dict[str, ExportFormat] = FORMATS | GRAPH_FORMATS
