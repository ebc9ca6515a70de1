package shutaf.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;

class PortsTest {

    @Test
    void a_free_port_is_let_through_and_can_then_be_used() {
        int port = Ports.free();
        Ports.requireFree(port, Setting.HUB_HTTP_PORT, "the hub");
        assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
                .doesNotThrowAnyException();
    }

    @Test
    void a_taken_port_is_refused_with_port_setting_and_a_way_out() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, Setting.HUB_HTTP_PORT, "the hub"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + port + ", which the hub needs, is taken")
                    .hasMessageContaining("HUB_HTTP_PORT=");
        }
    }

    @Test
    void a_port_taken_on_all_addresses_is_taken_on_loopback_too() throws Exception {
        try (ServerSocket everywhere = new ServerSocket(0)) {
            int port = everywhere.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, Setting.HUB_DB_PORT, "PostgreSQL"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("HUB_DB_PORT=");
        }
    }
}
