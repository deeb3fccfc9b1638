package org.concord.kit.access;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concord.kit.time.Zones;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads a verified token. Keycloak writes the organization claim as a list of aliases or as a map from alias to
 * attributes, depending on the mapper's setting; both are accepted. An alias that is no USPS code (a supplier's) makes
 * nobody a member.
 */
final class TokenReader {

    private TokenReader() {}

    static Caller read(JsonWebToken token, @Nullable String actingFor) {
        String username = token.getClaim("preferred_username");
        return new Caller(
                token.getSubject(),
                username == null ? token.getSubject() : username,
                members(token.getClaim("organization")),
                roles(token.getClaim("realm_access")),
                actingFor,
                signedInAt(token.getClaim("auth_time")));
    }

    private static Set<String> members(@Nullable Object claim) {
        Set<String> members = new LinkedHashSet<>();
        for (Object alias : elements(claim)) {
            String usps = text(alias).toUpperCase(Locale.ROOT);
            if (Zones.isJurisdiction(usps)) {
                members.add(usps);
            }
        }
        return members;
    }

    private static Set<RealmRole> roles(@Nullable Object claim) {
        Set<RealmRole> roles = EnumSet.noneOf(RealmRole.class);
        if (claim instanceof Map<?, ?> access) {
            for (Object name : elements(access.get("roles"))) {
                RealmRole.ofClaim(text(name)).ifPresent(roles::add);
            }
        }
        return roles;
    }

    private static @Nullable Instant signedInAt(@Nullable Object claim) {
        return switch (claim) {
            case JsonNumber seconds -> Instant.ofEpochSecond(seconds.longValueExact());
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> null;
        };
    }

    private static Collection<?> elements(@Nullable Object claim) {
        return switch (claim) {
            case JsonObject map -> map.keySet();
            case Map<?, ?> map -> map.keySet();
            case Collection<?> list -> list;
            case null, default -> Set.of();
        };
    }

    private static String text(Object element) {
        return switch (element) {
            case JsonString string -> string.getString();
            case JsonValue other -> other.toString();
            default -> String.valueOf(element);
        };
    }
}
