package org.concord.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who is signed in, as the identity provider says. The gateway shows this and decides nothing by it:
 * each service reads the token itself.
 *
 * @param members USPS codes of the members the person belongs to
 * @param roles realm roles, for commission staff, auditors and operators only
 * @param signedInAt when the person last proved who they are; votes and approvals want this to be recent
 * @param accessToken goes to services, never to a browser
 */
public record Person(
        String subject,
        String username,
        String name,
        SortedSet<String> members,
        SortedSet<String> roles,
        Instant signedInAt,
        String accessToken) {

    /** Two letters are a member's alias; suppliers are organizations too, with longer ones. */
    private static final Pattern MEMBER = Pattern.compile("[a-z]{2}");

    static Person of(String accessToken) {
        JsonObject claims = Tokens.claims(accessToken);
        String username = claims.getString("preferred_username", claims.getString("sub"));
        return new Person(
                claims.getString("sub"),
                username,
                claims.getString("name", username),
                members(claims.getValue("organization")),
                roles(claims.getJsonObject("realm_access", new JsonObject())),
                Instant.ofEpochSecond(claims.getLong("auth_time", claims.getLong("iat", 0L))),
                accessToken);
    }

    /** The claim comes as a list of aliases or, with attributes, as a map by alias. */
    private static SortedSet<String> members(Object claim) {
        SortedSet<String> members = new TreeSet<>();
        Iterable<?> aliases = switch (claim) {
            case JsonArray list -> list;
            case JsonObject map -> map.fieldNames();
            case null, default -> java.util.List.of();
        };
        for (Object alias : aliases) {
            String text = String.valueOf(alias);
            if (MEMBER.matcher(text).matches()) {
                members.add(text.toUpperCase(Locale.ROOT));
            }
        }
        return members;
    }

    private static SortedSet<String> roles(JsonObject realmAccess) {
        SortedSet<String> roles = new TreeSet<>();
        for (Object role : realmAccess.getJsonArray("roles", new JsonArray())) {
            String text = String.valueOf(role);
            // Keycloak gives everybody these; they say nothing about a person.
            if (!text.startsWith("default-roles-")
                    && !text.equals("offline_access")
                    && !text.equals("uma_authorization")) {
                roles.add(text);
            }
        }
        return roles;
    }

    /** What the page may know. */
    JsonObject toView() {
        return new JsonObject()
                .put("signedIn", true)
                .put("username", username)
                .put("name", name)
                .put("members", new JsonArray(java.util.List.copyOf(members)))
                .put("roles", new JsonArray(java.util.List.copyOf(roles)))
                .put("signedInAt", signedInAt.toString());
    }

    @Override
    public String toString() {
        return "Person[" + username + "]";
    }
}
