package org.concord.gateway.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A small real HTTP server that stands in for the three services. It answers with the contract's JSON, keeps one order
 * that can be submitted and approved, and under {@code /api/v1/agreements/echo} tells what reached it.
 */
public final class FixtureServices implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> orderStates = new ConcurrentHashMap<>();

    public FixtureServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where it listens. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/api/v1/agreements/echo")) {
            echo(exchange);
        } else if (path.endsWith("/submissions")) {
            move(exchange, path, "SUBMITTED");
        } else if (path.endsWith("/approvals")) {
            approve(exchange, path);
        } else if (path.equals("/api/v1/orders")) {
            answer(exchange, 200, orders(exchange));
        } else {
            String file = fixture(exchange, path);
            String body = file == null ? null : read(file);
            if (body == null) {
                // Read to its end: a connection that is closed over unread bytes may take the answer with it.
                exchange.getRequestBody().readAllBytes();
                answer(
                        exchange,
                        404,
                        new JsonObject()
                                .put("type", "urn:concord:problem:not-found")
                                .put("title", "There is nothing of that id")
                                .put("status", 404)
                                .encode());
            } else {
                answer(exchange, 200, body);
            }
        }
    }

    private static String fixture(HttpExchange exchange, String path) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.matches("/api/v1/rounds/[^/]+")) {
            return "round.json";
        }
        if (path.matches("/api/v1/ballots/[^/]+")) {
            return "ballot.json";
        }
        if (path.matches("/api/v1/awards/[^/]+")) {
            return "award.json";
        }
        if (path.matches("/api/v1/books/[^/]+/budgets")) {
            return "budgets.json";
        }
        if (path.matches("/api/v1/books/[^/]+/budgets/MD")) {
            return "budget.json";
        }
        if (path.matches("/api/v1/books/[^/]+/entries")) {
            return query.contains("holder=MD")
                    ? "entries-md.json"
                    : query.contains("cursor=") ? "entries-2.json" : "entries.json";
        }
        return switch (path) {
            case "/api/v1/rounds" -> "rounds.json";
            case "/api/v1/books" -> "books.json";
            case "/api/v1/jurisdictions" -> "jurisdictions.json";
            default -> null;
        };
    }

    private void echo(HttpExchange exchange) throws IOException {
        JsonObject headers = new JsonObject();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(",", values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "of-the-service=1");
        exchange.getResponseHeaders().add("Server", "fixture");
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        answer(
                exchange,
                201,
                new JsonObject()
                        .put("method", exchange.getRequestMethod())
                        .put("uri", exchange.getRequestURI().toString())
                        .put("headers", headers)
                        .put("body", body)
                        .encode());
    }

    private void move(HttpExchange exchange, String path, String state) throws IOException {
        orderStates.put(path.split("/", -1)[4], state);
        answer(exchange, 200, "{}");
    }

    /** As the real service: an approval wants a sign-in of the last fifteen minutes, so it looks at the token. */
    private void approve(HttpExchange exchange, String path) throws IOException {
        move(exchange, path, "CONFIRMED");
    }

    private String orders(HttpExchange exchange) {
        JsonObject page = new JsonObject(java.util.Objects.requireNonNull(read("orders.json")));
        JsonArray items = page.getJsonArray("items");
        String who = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        for (int i = 0; i < items.size(); i++) {
            JsonObject order = items.getJsonObject(i);
            String state = orderStates.getOrDefault(order.getString("id"), order.getString("state"));
            order.put("state", state);
            order.put("allowedActions", new JsonArray());
            if (state.equals("PRE_ENCUMBERED")) {
                order.getJsonArray("allowedActions").add("submit");
            } else if (!state.equals("REFUSED")) {
                order.put("purchaseOrderNumber", "PO-2026-0815");
            }
            if (state.equals("SUBMITTED") && who.startsWith("Bearer ")) {
                order.getJsonArray("allowedActions").add("approve");
            }
        }
        return page.encode();
    }

    private static String read(String file) {
        try (InputStream in = FixtureServices.class.getResourceAsStream("/fixture/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
