package org.concord.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void membersComeFromAListOfAliases() {
        Person person =
                person(claims().put("organization", new JsonArray().add("wa").add("md")));

        assertThat(person.members()).containsExactly("MD", "WA");
    }

    @Test
    void membersComeFromAMapByAlias() {
        Person person =
                person(claims().put("organization", new JsonObject().put("md", new JsonObject().put("id", "1"))));

        assertThat(person.members()).containsExactly("MD");
    }

    @Test
    void aSupplierIsNoMember() {
        Person person = person(claims().put("organization", new JsonArray().add("supplier-alpha")));

        assertThat(person.members()).isEmpty();
    }

    @Test
    void whoBelongsToNoOrganizationHasNoMember() {
        assertThat(person(claims()).members()).isEmpty();
    }

    @Test
    void onlyRolesThatSaySomethingAreShown() {
        Person person = person(claims().put(
                        "realm_access",
                        new JsonObject()
                                .put(
                                        "roles",
                                        new JsonArray()
                                                .add("default-roles-concord")
                                                .add("auditor"))));

        assertThat(person.roles()).containsExactly("auditor");
    }

    @Test
    void theViewHoldsNoToken() {
        Person person = person(claims().put("auth_time", 1_764_000_000L));

        assertThat(person.toView().encode()).doesNotContain(person.accessToken());
        assertThat(person.toString()).doesNotContain(person.accessToken());
        assertThat(person.signedInAt()).isEqualTo(Instant.ofEpochSecond(1_764_000_000L));
    }

    private static JsonObject claims() {
        return new JsonObject()
                .put("sub", "s-1")
                .put("preferred_username", "md.buyer")
                .put("iat", 1L);
    }

    private static Person person(JsonObject claims) {
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.encode().getBytes(UTF_8));
        return Person.of("e30." + payload + ".c2ln");
    }
}
