package org.concord.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class TokenReaderTest {

    @Test
    void theOrganizationClaimIsReadAsAList() {
        Caller caller = read(Map.of(
                "organization", Json.createArrayBuilder().add("md").add("wa").build()));

        assertThat(caller.members()).containsExactlyInAnyOrder("MD", "WA");
    }

    @Test
    void theOrganizationClaimIsReadAsAMap() {
        Caller caller = read(Map.of(
                "organization",
                Json.createObjectBuilder()
                        .add("gu", Json.createObjectBuilder().add("id", "7"))
                        .build()));

        assertThat(caller.members()).containsExactly("GU");
    }

    @Test
    void aSuppliersOrganizationMakesNobodyAMember() {
        Caller caller = read(Map.of(
                "organization", Json.createArrayBuilder().add("supplier-alpha").build()));

        assertThat(caller.members()).isEmpty();
    }

    @Test
    void onlyRealmRolesOfOursCount() {
        Caller caller = read(Map.of(
                "realm_access",
                Json.createObjectBuilder()
                        .add("roles", Json.createArrayBuilder().add("auditor").add("offline_access"))
                        .build()));

        assertThat(caller.roles()).containsExactly(RealmRole.AUDITOR);
    }

    @Test
    void aServiceAccountNeverSignedIn() {
        assertThat(read(Map.of()).signedInAt()).isNull();
    }

    @Test
    void theTimeOfTheSignInIsReadInSeconds() {
        assertThat(read(Map.of("auth_time", Json.createValue(1_000L))).signedInAt())
                .isEqualTo(Instant.ofEpochSecond(1_000));
    }

    private static Caller read(Map<String, Object> claims) {
        return TokenReader.read(new Token(claims), null);
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> T getClaim(String name) {
            return name.equals("sub") ? (T) "somebody" : (T) claims.get(name);
        }
    }
}
