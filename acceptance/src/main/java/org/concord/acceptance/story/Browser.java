package org.concord.acceptance.story;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One person's browser, as far as signing in and calling an API need one: cookies, redirects, forms. */
final class Browser {

    /** A sign-in through a brokered provider takes seven redirects; more than twice that is a loop. */
    private static final int MOST_REDIRECTS = 15;

    private static final Duration MOST_PER_REQUEST = Duration.ofSeconds(60);

    /** Shared: connections are the machine's, cookies are the person's. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final CookieJar cookies = new CookieJar();

    /** A page and where the redirects ended. */
    record Page(URI address, int status, String html) {}

    Page open(URI address) {
        return follow(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    Page submit(URI action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(HttpRequest.newBuilder(action)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** One request with this person's cookies, redirects left to the caller. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest plain = request.copy().timeout(MOST_PER_REQUEST).build();
        String header = cookies.header(plain.uri());
        if (!header.isEmpty()) {
            request.setHeader("Cookie", header);
        }
        HttpRequest ready = request.timeout(MOST_PER_REQUEST).build();
        try {
            HttpResponse<String> response = CLIENT.send(ready, BodyHandlers.ofString());
            cookies.keep(ready.uri(), response.headers().allValues("Set-Cookie"));
            return response;
        } catch (IOException e) {
            throw new StepFailed(ready.method() + " " + ready.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("Interrupted while waiting for " + ready.uri(), e);
        }
    }

    private Page follow(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request);
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            URI here = response.uri();
            var location = response.headers().firstValue("Location");
            if (response.statusCode() < 300 || response.statusCode() > 399 || location.isEmpty()) {
                return new Page(here, response.statusCode(), response.body());
            }
            response = send(HttpRequest.newBuilder(here.resolve(location.get())).header("Accept", "text/html"));
        }
        throw new StepFailed("More than " + MOST_REDIRECTS + " redirects, the last to " + response.uri());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
