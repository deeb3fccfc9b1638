package org.concord.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person at Keycloak's login pages: follows redirects, keeps cookies, and fills in each form that it meets with the name
 * or the password that the form asks for. It passes both ways of signing in: the name first, then the password; and the
 * name first, then the same at the state's own provider.
 */
final class SignIn {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*name=\"([^\"]*)\"");

    /** Two forms at each of two realms, with the redirects between them, and room. */
    private static final int MOST_STEPS = 20;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String username;
    private final String password;

    /**
     * The way to the state's own provider, offered to its officials when they must sign in afresh. Who is in no
     * organization is offered every state's, and must pass them by.
     */
    private final Pattern ownProvider;

    private final Map<String, Map<String, String>> cookiesByPath = new HashMap<>();

    SignIn(String username, String password) {
        this.username = username;
        this.password = password;
        this.ownProvider = Pattern.compile(
                "id=\"social-" + Pattern.quote(username.replaceAll("\\..*", "")) + "-[^>]*href=\"([^\"]*)\"");
    }

    /** Begins at {@code start} and returns the parameters with which the browser is sent back to {@code redirect}. */
    Map<String, String> follow(URI start, String redirect) throws IOException, InterruptedException {
        URI address = start;
        String form = null;
        for (int step = 0; step < MOST_STEPS; step++) {
            HttpResponse<String> answer = send(address, form);
            form = null;
            var location = answer.headers().firstValue("Location");
            if (location.isPresent()) {
                address = address.resolve(location.get());
                if (address.toString().startsWith(redirect)) {
                    return parameters(address.getRawQuery());
                }
                continue;
            }
            Matcher provider = ownProvider.matcher(answer.body());
            if (provider.find()) {
                address = address.resolve(unescaped(provider.group(1)));
            } else {
                Matcher action = ACTION.matcher(answer.body());
                if (answer.statusCode() != 200 || !action.find()) {
                    throw new IllegalStateException("no login form for " + username + " at " + address + ": "
                            + answer.statusCode() + " " + answer.body());
                }
                address = address.resolve(unescaped(action.group(1)));
                form = filledIn(answer.body());
            }
        }
        throw new IllegalStateException("the sign-in of " + username + " does not end; is the password still right?");
    }

    private static String unescaped(String attribute) {
        return attribute.replace("&amp;", "&");
    }

    private String filledIn(String page) {
        var values = new LinkedHashMap<String, String>();
        INPUT.matcher(page).results().map(input -> input.group(1)).forEach(name -> {
            switch (name) {
                case "username" -> values.put(name, username);
                case "password" -> values.put(name, password);
                default -> {
                    // "remember me" and the like
                }
            }
        });
        if (values.isEmpty()) {
            throw new IllegalStateException("a form that asks for neither name nor password: " + page);
        }
        return encoded(values);
    }

    private HttpResponse<String> send(URI address, @Nullable String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
        String cookies = cookiesByPath.entrySet().stream()
                .filter(entry -> address.getPath().startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        if (form == null) {
            request.GET();
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    /**
     * Keycloak marks its cookies Secure, which a browser honours and still sends to localhost without TLS; the JDK's own
     * cookie handler would not.
     */
    private void keep(String setCookie) {
        String[] parts = setCookie.split(";", -1);
        String path = "/";
        boolean gone = false;
        for (String part : parts) {
            String attribute = part.strip();
            if (attribute.regionMatches(true, 0, "Path=", 0, 5)) {
                path = attribute.substring(5);
            }
            gone |= attribute.equalsIgnoreCase("Max-Age=0");
        }
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, equals).strip();
        var cookies = cookiesByPath.computeIfAbsent(path, ignored -> new LinkedHashMap<>());
        if (gone) {
            cookies.remove(name);
        } else {
            cookies.put(name, parts[0].substring(equals + 1));
        }
    }

    static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(String query) {
        var values = new HashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return values;
    }
}
