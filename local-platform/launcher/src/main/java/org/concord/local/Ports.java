package org.concord.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens, all of it on the loopback address, counted from one base so that two platforms can run side
 * by side. The usual base lies below the ephemeral range: no outgoing connection can hold one of these ports.
 *
 * @param base the first port, 1024 to 65000
 */
public record Ports(int base) {

    /** The platform of a person. */
    public static final int PLATFORM_BASE = 21500;

    /** The servers that all test JVMs of a build share. */
    public static final int TEST_BASE = 21600;

    public Ports {
        if (base < 1024 || base > 65000) {
            throw new Trouble("The port base " + base + " is out of range.", "Choose one from 1024 to 65000.");
        }
    }

    public int postgres() {
        return base;
    }

    public int kafka() {
        return base + 1;
    }

    public int kafkaController() {
        return base + 2;
    }

    public int keycloak() {
        return base + 3;
    }

    public int keycloakManagement() {
        return base + 4;
    }

    public int gateway() {
        return base + 10;
    }

    public int compact() {
        return base + 11;
    }

    public int member() {
        return base + 12;
    }

    public int ledger() {
        return base + 13;
    }

    /** The address of the identity provider, as browsers and services see it. */
    public String keycloakUrl() {
        return "http://localhost:" + keycloak();
    }

    /** The public door. */
    public String gatewayUrl() {
        return "http://localhost:" + gateway();
    }

    /** Names and ports of the three servers. */
    public Map<String, Integer> ofServers() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("PostgreSQL", postgres());
        ports.put("Kafka", kafka());
        ports.put("Kafka's controller", kafkaController());
        ports.put("Keycloak", keycloak());
        ports.put("Keycloak's management", keycloakManagement());
        return ports;
    }

    /** Names and ports of the four services. */
    public Map<String, Integer> ofServices() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("gateway", gateway());
        ports.put("compact-service", compact());
        ports.put("member-service", member());
        ports.put("ledger-service", ledger());
        return ports;
    }

    /**
     * Tries to bind each port for a moment, before anything is started.
     *
     * @throws Trouble naming the first port that another program holds
     */
    public static void requireFree(Map<String, Integer> ports) {
        ports.forEach((name, port) -> {
            if (!isFree(port)) {
                throw new Trouble(
                        "Port " + port + ", meant for " + name + ", is taken by another program.",
                        "Stop that program, or choose other ports with --port-base, for example --port-base 22500.");
            }
        });
    }

    /** Whether every one of them can be bound. */
    public static boolean allFree(Collection<Integer> ports) {
        return ports.stream().allMatch(Ports::isFree);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
