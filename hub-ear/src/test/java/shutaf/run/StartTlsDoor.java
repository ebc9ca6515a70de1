package shutaf.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The door of a mail server that talks only after STARTTLS (RFC 3207): it greets, changes to TLS
 * and leaves the rest of the dialogue to the server behind it, which itself knows no TLS. Remembers
 * what was said in the clear.
 */
final class StartTlsDoor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StartTlsDoor.class.getName());

    private final SSLContext certificate;
    private final int behind;
    private final ServerSocket door;
    private final ExecutorService dialogues = Executors.newCachedThreadPool();
    private final List<String> inTheClear = new CopyOnWriteArrayList<>();

    private StartTlsDoor(SSLContext certificate, int behind, ServerSocket door) {
        this.certificate = certificate;
        this.behind = behind;
        this.door = door;
    }

    /**
     * Opens it on loopback.
     *
     * @param certificate what it shows
     * @param behind port of the server behind it
     */
    static StartTlsDoor open(SSLContext certificate, int behind) throws IOException {
        ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        StartTlsDoor opened = new StartTlsDoor(certificate, behind, door);
        opened.begin(opened::answer);
        return opened;
    }

    int port() {
        return door.getLocalPort();
    }

    /** The lines that came before TLS. */
    List<String> inTheClear() {
        return List.copyOf(inTheClear);
    }

    /** A part of a dialogue. */
    private interface Talk {
        void talk() throws IOException;
    }

    private void begin(Talk talk) {
        dialogues.execute(() -> {
            try {
                talk.talk();
            } catch (IOException hungUp) {
                // As callers do who do not trust the certificate, and as the test's end does.
                LOG.log(System.Logger.Level.DEBUG, "the dialogue is over", hungUp);
            }
        });
    }

    private void answer() throws IOException {
        while (true) {
            Socket caller = door.accept();
            begin(() -> dialogue(caller));
        }
    }

    private void dialogue(Socket caller) throws IOException {
        try (caller;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            say(caller, line(server.getInputStream()));
            String said = hear(caller);
            while (!said.equals("STARTTLS")) {
                boolean hello = said.startsWith("EHLO ");
                say(caller, hello ? "250-door\r\n250 STARTTLS" : "530 STARTTLS comes first");
                said = hear(caller);
            }
            say(caller, "220 now");
            SSLSocket safe = (SSLSocket) certificate
                    .getSocketFactory()
                    .createSocket(caller, "caller", caller.getPort(), true);
            safe.setUseClientMode(false);
            safe.startHandshake();
            begin(() -> server.getInputStream().transferTo(safe.getOutputStream()));
            safe.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private String hear(Socket caller) throws IOException {
        String said = line(caller.getInputStream());
        inTheClear.add(said);
        return said;
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = new BufferedOutputStream(caller.getOutputStream());
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** One line, byte by byte: what follows it may be TLS already. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("hung up");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        door.close();
        dialogues.shutdownNow();
    }
}
