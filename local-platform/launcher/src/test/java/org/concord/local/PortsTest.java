package org.concord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void takenPortIsNamedWithItsServerAndTheWayOut() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(Map.of("Keycloak", other.getLocalPort())))
                    .isInstanceOfSatisfying(
                            Trouble.class,
                            trouble -> assertThat(trouble.told())
                                    .contains("Port " + other.getLocalPort(), "Keycloak", "taken", "--port-base"));
        }
    }

    @Test
    void freePortIsNoTrouble() throws IOException {
        int port;
        try (var briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = briefly.getLocalPort();
        }
        assertThatCode(() -> Ports.requireFree(Map.of("Keycloak", port))).doesNotThrowAnyException();
    }

    @Test
    void everyPortIsCountedFromTheBase() {
        assertThat(new Ports(22500).ofServers().values()).containsExactly(22500, 22501, 22502, 22503, 22504);
        assertThat(new Ports(22500).ofServices().values()).containsExactly(22510, 22511, 22512, 22513);
        assertThat(new Ports(22500).gatewayUrl()).isEqualTo("http://localhost:22510");
    }

    @Test
    void baseOutsideTheUsablePortsIsRefused() {
        assertThatThrownBy(() -> new Ports(80)).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> new Ports(65_500)).isInstanceOf(Trouble.class);
    }
}
