package shutaf.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on loopback: are they free, and which one is. */
final class Ports {

    private Ports() {}

    /**
     * Makes sure that we can listen on a port.
     *
     * @param setting the setting that chose the port and can choose another
     * @param forWhat who would listen there, in the user's words
     * @throws CannotStart when somebody listens there already
     */
    static void requireFree(int port, Setting setting, String forWhat) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port " + port + ", which " + forWhat
                            + " needs, is taken by another program. Stop"
                            + " that program, or choose another port: " + setting + "="
                            + suggestion(port) + " mvn -Prun",
                    taken);
        }
    }

    /** A port that was free a moment ago. */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new CannotStart("The system has no free TCP port on loopback.", none);
        }
    }

    private static int suggestion(int port) {
        return port < 65_000 ? port + 10 : port - 10;
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
