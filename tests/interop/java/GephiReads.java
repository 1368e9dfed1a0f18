import java.io.File;
import java.util.Arrays;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens a graph file in Gephi and prints what Gephi holds, one tab-separated line a thing. */
public class GephiReads {
    public static void main(String[] args) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(args[0]));
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        container.closeLoader();
        container.getReport().getIssues(1000).forEachRemaining(GephiReads::issue);
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        print("dynamic", model.isDynamic(), "format", model.getTimeFormat());
        Graph graph = model.getGraph();
        for (Node node : graph.getNodes().toArray()) {
            print("node", node.getId(), node.getLabel(), node.getAttribute("kind"));
        }
        for (Edge edge : graph.getEdges().toArray()) {
            Interval[] spells = model.isDynamic() ? edge.getIntervals() : new Interval[0];
            print("edge", edge.getId(), edge.getSource().getId(), edge.getTarget().getId(),
                    edge.getAttribute("tie_kind"), edge.getAttribute("count"), edge.isDirected(),
                    edge.getTypeLabel(), edge.getWeight(), Arrays.toString(spells));
        }
    }

    private static void issue(Issue issue) {
        print("issue", issue.getLevel(), issue.getMessage());
    }

    private static void print(Object... parts) {
        StringBuilder line = new StringBuilder();
        for (Object part : parts) {
            line.append(line.length() == 0 ? "" : "\t").append(part);
        }
        System.out.println(line);
    }
}
