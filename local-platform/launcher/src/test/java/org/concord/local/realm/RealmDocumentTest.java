package org.concord.local.realm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concord.local.Ports;
import org.concord.local.json.Json;
import org.junit.jupiter.api.Test;

class RealmDocumentTest {

    private static final RealmDocument SAMPLE = RealmDocument.sample(RealmAddresses.of(new Ports(21500)));

    private final Map<String, Object> concord = Json.readObject(SAMPLE.concord());
    private final Map<String, Object> stateProvider = Json.readObject(SAMPLE.stateProvider());

    @Test
    void everyJurisdictionIsAnOrganizationAndSoIsEverySupplier() {
        List<Object> aliases = each(concord, "organizations")
                .map(organization -> organization.get("alias"))
                .toList();

        assertThat(aliases)
                .hasSize(59)
                .contains("md", "dc", "pr", "gu", "supplier-alpha", "supplier-beta", "supplier-gamma");
    }

    @Test
    void everyJurisdictionHasItsSixOfficialsUnderFixedSubjects() {
        Map<String, Object> buyer = user(concord, "wa.buyer");

        assertThat(each(concord, "users").filter(user -> ((String) user.get("username")).matches("[a-z]{2}\\..*")))
                .hasSize(56 * 6);
        assertThat(buyer.get("id"))
                .isEqualTo(SampleOfficial.subjectOf("wa.buyer").toString());
        assertThat(buyer.get("email")).isEqualTo("buyer@wa.example");
    }

    @Test
    void officialsOfStatesWithTheirOwnProviderHaveNoPasswordHere() {
        Map<String, Object> buyer = user(concord, "md.buyer");

        assertThat(buyer).doesNotContainKey("credentials");
        assertThat(each(buyer, "federatedIdentities").toList()).singleElement().satisfies(identity -> {
            assertThat(identity.get("identityProvider")).isEqualTo("md-state-idp");
            assertThat(identity.get("userId"))
                    .isEqualTo(user(stateProvider, "md.buyer").get("id"));
        });
        assertThat(user(stateProvider, "md.buyer")).containsKey("credentials");
        assertThat(user(concord, "wa.buyer")).containsKey("credentials");
    }

    @Test
    void onlyStaffAuditorAndOperatorHoldARealmRole() {
        assertThat(each(concord, "users")
                        .filter(user ->
                                user.containsKey("realmRoles") && !List.of().equals(user.get("realmRoles"))))
                .extracting(user -> user.get("username"))
                .containsExactlyInAnyOrder(
                        "staff.sourcing", "auditor.one", "operator.one", "service-account-sample-loader");
    }

    @Test
    void noClientTakesPasswordsAndTheBrowserFlowNeedsPkce() {
        for (Map<String, Object> realm : List.of(concord, stateProvider)) {
            assertThat(each(realm, "clients"))
                    .allSatisfy(client ->
                            assertThat(client.get("directAccessGrantsEnabled")).isEqualTo(false));
            assertThat(each(realm, "clients").filter(client -> Boolean.TRUE.equals(client.get("standardFlowEnabled"))))
                    .isNotEmpty()
                    .allSatisfy(client ->
                            assertThat(Json.write(client)).contains("\"pkce.code.challenge.method\": \"S256\""));
        }
    }

    @Test
    void everyTokenIsMeantForTheThreeServices() {
        assertThat(each(concord, "clients").filter(client -> client.get("secret") != null))
                .isNotEmpty()
                .allSatisfy(client -> assertThat(Json.write(client))
                        .contains("\"compact-service\"", "\"member-service\"", "\"ledger-service\""));
    }

    @Test
    void builtInScopesStay() {
        assertThat(concord).doesNotContainKey("clientScopes");
        assertThat(stateProvider).doesNotContainKey("clientScopes");
    }

    @Test
    void secretsAreLeftToTheEnvironment() {
        assertThat(Stream.concat(each(concord, "clients"), each(stateProvider, "clients"))
                        .map(client -> client.get("secret"))
                        .filter(secret -> secret != null))
                .isNotEmpty()
                .allSatisfy(secret -> assertThat((String) secret).matches("\\$\\{CONCORD_CLIENT_[A-Z_]+}"));
        assertThat(SAMPLE.concord()).doesNotContain(SampleOfficial.PASSWORD);
    }

    @Test
    void tokensAndSessionsAreShort() {
        assertThat(concord).containsEntry("accessTokenLifespan", 300L);
        assertThat(concord).containsEntry("ssoSessionIdleTimeout", 1800L);
        assertThat(concord).containsEntry("ssoSessionMaxLifespan", 43_200L);
        assertThat(concord).containsEntry("resetPasswordAllowed", false);
    }

    @Test
    void sameTextOnEveryMachine() {
        assertThat(RealmDocument.sample(RealmAddresses.of(new Ports(21500))).concord())
                .isEqualTo(SAMPLE.concord());
    }

    @Test
    void productionHoldsNobodyAndNoAddressOfThisMachine() {
        String production = RealmDocument.production().concord();

        assertThat(Json.readObject(production)).doesNotContainKeys("users", "identityProviders", "passwordPolicy");
        assertThat(production).doesNotContain("localhost", "sample", "erp-wa");
        assertThat(each(Json.readObject(production), "organizations")).hasSize(56);
    }

    @Test
    void everyOfficialJoinsOneOrganization() {
        long managed = each(concord, "organizations")
                .filter(organization -> organization.containsKey("members"))
                .flatMap(organization -> each(organization, "members"))
                .count();

        assertThat(managed).isEqualTo(12);
        assertThat(RealmDocument.memberships().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(54 * 6 + 1);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> each(Map<String, Object> object, String name) {
        return ((List<Map<String, Object>>) object.get(name)).stream();
    }

    private static Map<String, Object> user(Map<String, Object> realm, String username) {
        return each(realm, "users")
                .filter(user -> username.equals(user.get("username")))
                .findFirst()
                .orElseThrow();
    }
}
