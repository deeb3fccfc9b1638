package org.concord.acceptance.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A named person at the gateway: signs in by the login pages when first needed, keeps the session cookie, and acts for
 * one member or for none. Steps that ask for a fresh sign-in get one.
 */
public final class Official {

    /** User-name page, password page, the state's own page, and one to spare. */
    private static final int MOST_LOGIN_PAGES = 4;

    private static final int MOST_TRIES = 6;
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final URI gateway;
    private final String username;
    private final @Nullable String member;
    private final String password;
    private final Supplier<String> keys;
    private final JsonMapper json = new JsonMapper();
    private final ReentrantLock signingIn = new ReentrantLock();
    private @Nullable Browser browser;

    Official(URI gateway, String username, @Nullable String member, String password, Supplier<String> keys) {
        this.gateway = gateway;
        this.username = username;
        this.member = member;
        this.password = password;
        this.keys = keys;
    }

    public String username() {
        return username;
    }

    public Answer get(String path) {
        return ask(path, request -> request.GET());
    }

    /** Posts under a new idempotency key. */
    public Answer post(String path, JsonNode body) {
        return post(path, body, keys.get());
    }

    /** Posts under the given key; with the key of an earlier request this is that request's retry. */
    public Answer post(String path, JsonNode body, String key) {
        return send(path, "application/json", body.toString(), key);
    }

    public Answer upload(String path, String csv) {
        return send(path, "text/csv", csv, keys.get());
    }

    String newKey() {
        return keys.get();
    }

    /** Who the gateway says is signed in. */
    public JsonNode session() {
        return get("/session").bodyOrFail();
    }

    private Answer send(String path, String contentType, String body, String key) {
        return ask(
                path,
                request -> request.POST(BodyPublishers.ofString(body))
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", key)
                        .header("Concord-CSRF", "1")
                        .header("Origin", gateway.getScheme() + "://" + gateway.getAuthority()));
    }

    private interface Shape {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    /**
     * Asks, and asks again what was not judged: after a fresh sign-in when one is wanted, and after the pause that a
     * busy service names. The key stays, so a request that did arrive is not done twice.
     */
    private Answer ask(String path, Shape shape) {
        Browser mine = signedIn();
        Answer answer = once(mine, path, shape);
        boolean signedInAgain = false;
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            if (answer.status() == 401 && !signedInAgain) {
                mine = signInAfresh(mine);
                signedInAgain = true;
            } else if (answer.status() == 429 || answer.status() == 503) {
                Patience.pause(backOff(answer));
            } else {
                return answer;
            }
            answer = once(mine, path, shape);
        }
        return answer;
    }

    private Answer once(Browser mine, String path, Shape shape) {
        HttpRequest.Builder request = shape.of(HttpRequest.newBuilder(gateway.resolve(path)))
                .header("Accept", "application/json, application/problem+json");
        if (member != null) {
            request.header("Concord-Member", member);
        }
        HttpResponse<String> response = mine.send(request);
        String asked = response.request().method() + " " + path + " by " + username;
        return new Answer(asked, response.statusCode(), response.headers(), body(response.body()));
    }

    private JsonNode body(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration backOff(Answer answer) {
        Duration named = answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ofSeconds(1));
        return named.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : named;
    }

    private Browser signedIn() {
        signingIn.lock();
        try {
            if (browser == null) {
                browser = signIn();
            }
            return browser;
        } finally {
            signingIn.unlock();
        }
    }

    private Browser signInAfresh(Browser stale) {
        signingIn.lock();
        try {
            if (browser == stale) {
                browser = signIn();
            }
            return browser == null ? stale : browser;
        } finally {
            signingIn.unlock();
        }
    }

    private Browser signIn() {
        Browser fresh = new Browser();
        Browser.Page page = fresh.open(gateway.resolve("/sign-in?return=/session"));
        for (int pages = 0; pages < MOST_LOGIN_PAGES && !atTheGateway(page); pages++) {
            Browser.Page shown = page;
            Optional<LoginForm> form = LoginForm.on(shown);
            page = form.orElseThrow(() -> noForm(shown)).fill(fresh, username, password);
        }
        if (!atTheGateway(page) || !body(page.html()).path("signedIn").asBoolean()) {
            throw new StepFailed(username + " could not sign in; the last page was "
                    + page.address().getAuthority() + page.address().getPath() + " (" + page.status() + ")");
        }
        return fresh;
    }

    private boolean atTheGateway(Browser.Page page) {
        return page.address().getAuthority().equals(gateway.getAuthority());
    }

    private StepFailed noForm(Browser.Page page) {
        return new StepFailed(username + " could not sign in: no login form on "
                + page.address().getAuthority() + page.address().getPath() + " (" + page.status() + ")");
    }
}
