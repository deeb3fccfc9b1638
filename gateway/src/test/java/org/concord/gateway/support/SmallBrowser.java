package org.concord.gateway.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * As much of a browser as a sign-in needs: cookies kept by origin, redirects followed, the login form filled in. It also
 * remembers everything that a person's browser would have got to see, so that a test can look for tokens in it.
 */
public final class SmallBrowser {

    /** The sample password of every official. */
    public static final String PASSWORD = "concord-sample-1";

    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern PATH = Pattern.compile("; *[Pp]ath=([^;]+)");
    private static final int LONGEST_CHAIN = 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Kept> jar = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final URI home;

    public SmallBrowser(URI home) {
        this.home = home;
    }

    /** Signs in at the gateway as a person does and ends where the gateway sends them. */
    public HttpResponse<String> signIn(String username) {
        return fillIn(get("/sign-in?return=/session"), username);
    }

    /** Fills in whatever login pages follow. */
    public HttpResponse<String> fillIn(HttpResponse<String> page, String username) {
        HttpResponse<String> current = page;
        for (int pages = 0; pages < 4; pages++) {
            Matcher form = FORM_ACTION.matcher(current.body());
            if (!form.find() || isHome(current.uri())) {
                return current;
            }
            StringBuilder fields = new StringBuilder("credentialId=");
            if (current.body().contains("name=\"username\"")) {
                fields.append("&username=").append(encode(username));
            }
            if (current.body().contains("name=\"password\"")) {
                fields.append("&password=").append(encode(PASSWORD));
            }
            URI action = current.uri().resolve(form.group(1).replace("&amp;", "&"));
            current = follow(send(HttpRequest.newBuilder(action)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(fields.toString()))));
        }
        return current;
    }

    public HttpResponse<String> get(String path) {
        return follow(send(HttpRequest.newBuilder(home.resolve(path)).GET()));
    }

    /** One answer, redirects not followed. */
    public HttpResponse<String> getOnce(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** As our own pages post: with the header against CSRF and our origin. */
    public HttpResponse<String> post(String path, String body) {
        return post(path, body, "Concord-CSRF", "1", "Origin", home.toString());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** The cookies this browser would send to the gateway. */
    public Map<String, String> cookies() {
        return cookiesFor(home.resolve("/"));
    }

    /** Every address, header and body that came from the gateway, and every address we were sent to. */
    public List<String> seen() {
        return seen;
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> current = first;
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            String location = current.headers().firstValue("Location").orElse(null);
            if (current.statusCode() < 300 || current.statusCode() >= 400 || location == null) {
                return current;
            }
            current =
                    send(HttpRequest.newBuilder(current.uri().resolve(location)).GET());
        }
        throw new AssertionError("redirected in a circle, at last to " + current.uri());
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest plain = builder.timeout(Duration.ofSeconds(30)).build();
        Map<String, String> cookies = cookiesFor(plain.uri());
        if (!cookies.isEmpty() && plain.headers().firstValue("Cookie").isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            for (String line : answer.headers().allValues("Set-Cookie")) {
                keep(answer.uri(), line);
            }
            seen.add(answer.uri().toString());
            answer.headers().firstValue("Location").ifPresent(seen::add);
            if (isHome(answer.uri())) {
                seen.add(answer.headers().map().toString());
                seen.add(answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError("no answer from " + plain.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean isHome(URI address) {
        return home.getAuthority().equals(address.getAuthority());
    }

    private Map<String, String> cookiesFor(URI address) {
        Map<String, String> cookies = new LinkedHashMap<>();
        jar.stream()
                .filter(kept -> kept.origin().equals(address.getAuthority())
                        && address.getPath().startsWith(kept.path()))
                .forEach(kept -> cookies.put(kept.name(), kept.value()));
        return cookies;
    }

    private void keep(URI from, String line) {
        String[] pair = line.split(";", 2)[0].split("=", 2);
        Matcher path = PATH.matcher(line);
        Kept kept = new Kept(from.getAuthority(), path.find() ? path.group(1) : "/", pair[0], pair[1]);
        jar.removeIf(old -> old.origin().equals(kept.origin())
                && old.path().equals(kept.path())
                && old.name().equals(kept.name()));
        if (!pair[1].isEmpty() && !line.toLowerCase(Locale.ROOT).contains("max-age=0")) {
            jar.add(kept);
        }
    }

    private record Kept(String origin, String path, String name, String value) {}

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
