import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/**
 * Neo4j Community with its Bolt port on this machine, without accounts, for tests: `java Neo4jServer.java HOME PORT`.
 * Says "ready" when it answers, and ends when its standard input does, so it never outlives who started it.
 */
public final class Neo4jServer {

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        SocketAddress address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64))
                .build();
        server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).isAvailable(30_000);
        System.out.println("ready");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Whatever is written is ignored; only the end counts.
        }
        // The home is thrown away with the server, so nothing needs an orderly end.
        Runtime.getRuntime().halt(0);
    }
}
