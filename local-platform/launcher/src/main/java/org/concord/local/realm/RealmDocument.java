package org.concord.local.realm;

import static org.concord.local.json.Json.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.concord.local.json.Json;

/**
 * The realms as Keycloak imports them. Secrets are placeholders that Keycloak takes from its environment at import, so the
 * documents hold none. There is no top-level {@code clientScopes}: one would replace the built-in scopes, and with them
 * {@code preferred_username}, {@code auth_time} and the roles.
 */
public final class RealmDocument {

    /** The realm of the compact. */
    public static final String CONCORD = "concord";

    /** The realm that plays two states' own identity provider. */
    public static final String STATE_PROVIDER = "state-idp";

    /** The services that accept the realm's access tokens: each has its own audience. */
    public static final List<String> AUDIENCES = List.of("compact-service", "member-service", "ledger-service");

    private static final List<String> SUPPLIERS = List.of("alpha", "beta", "gamma");

    private final RealmAddresses addresses;
    private final boolean sample;

    private RealmDocument(RealmAddresses addresses, boolean sample) {
        this.addresses = addresses;
        this.sample = sample;
    }

    /** With sample users, for machines that hold nothing of value. */
    public static RealmDocument sample(RealmAddresses addresses) {
        return new RealmDocument(addresses, true);
    }

    /** Without any user, and with addresses from the environment. */
    public static RealmDocument production() {
        return new RealmDocument(RealmAddresses.ofEnvironment(), false);
    }

    /** The alias of a state's provider in the realm {@code concord}, for example {@code md-state-idp}. */
    public static String providerAlias(Jurisdiction state) {
        return state.alias() + "-" + STATE_PROVIDER;
    }

    /** The name under which Keycloak's environment must hold a client's secret. */
    public static String secretVariable(String client) {
        return "CONCORD_CLIENT_" + client.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The realm {@code concord} as text. */
    public String concord() {
        var realm = settings(CONCORD, "Concord");
        realm.put("organizationsEnabled", true);
        realm.put(
                "roles",
                object(
                        "realm",
                        List.of(
                                role("commission-staff", "Staff of the commission"),
                                role("auditor", "Reads every ledger"),
                                role("operator", "Keeps the platform up"))));
        realm.put("clients", clients());
        if (sample) {
            realm.put("identityProviders", states().map(this::identityProvider).toList());
            realm.put("users", users());
        }
        realm.put("organizations", organizations());
        return Json.write(realm);
    }

    /** The realm {@code state-idp} as text: the sample only. */
    public String stateProvider() {
        var realm = settings(STATE_PROVIDER, "State sign-in (sample)");
        realm.put("clients", states().map(this::clientOfConcord).toList());
        realm.put(
                "users",
                states().flatMap(state -> SampleOfficial.of(state).stream())
                        .map(RealmDocument::userAtStateProvider)
                        .toList());
        return Json.write(realm);
    }

    private Map<String, Object> settings(String name, String title) {
        var realm = object(
                "realm", name,
                "displayName", title,
                "enabled", true,
                "sslRequired", "external",
                "registrationAllowed", false,
                // The commission can't vouch for a mailbox: a lost password goes through the member's administrator.
                "resetPasswordAllowed", false,
                "rememberMe", false,
                "editUsernameAllowed", false,
                "loginWithEmailAllowed", true,
                "duplicateEmailsAllowed", false,
                "bruteForceProtected", true,
                "accessTokenLifespan", 5 * 60,
                "ssoSessionIdleTimeout", 30 * 60,
                "ssoSessionMaxLifespan", 12 * 60 * 60);
        if (sample) {
            realm.put("passwordPolicy", SamplePassword.policy());
        }
        return realm;
    }

    private static Map<String, Object> role(String name, String description) {
        return object("name", name, "description", description);
    }

    // ---- clients ----

    private List<Map<String, Object>> clients() {
        var clients = new ArrayList<Map<String, Object>>();
        clients.add(gateway());
        if (sample) {
            clients.add(serviceAccount("erp-wa", "Sample ERP of Washington"));
            clients.add(serviceAccount("sample-loader", "Loads the sample alliance"));
        }
        // Keycloak adds this client by itself, with password grants on: nobody needs it in this realm.
        clients.add(object(
                "clientId", "admin-cli", "enabled", false, "publicClient", true, "directAccessGrantsEnabled", false));
        return clients;
    }

    private Map<String, Object> gateway() {
        var client = confidential("concord-gateway", "Concord");
        client.put("standardFlowEnabled", true);
        client.put("baseUrl", addresses.gateway() + "/");
        client.put("redirectUris", List.of(addresses.gateway() + "/*"));
        // The browser never holds a token, so no page of any origin has business with Keycloak's endpoints.
        client.put("webOrigins", List.of());
        client.put(
                "attributes",
                object(
                        "pkce.code.challenge.method",
                        "S256",
                        "post.logout.redirect.uris",
                        addresses.gateway() + "/*",
                        "backchannel.logout.url",
                        addresses.gateway() + "/back-channel-logout",
                        "backchannel.logout.session.required",
                        "true"));
        client.put("protocolMappers", audiences());
        return client;
    }

    private Map<String, Object> serviceAccount(String name, String title) {
        var client = confidential(name, title);
        client.put("standardFlowEnabled", false);
        client.put("serviceAccountsEnabled", true);
        client.put("protocolMappers", audiences());
        return client;
    }

    private static Map<String, Object> confidential(String name, String title) {
        return object(
                "clientId",
                name,
                "name",
                title,
                "enabled",
                true,
                "protocol",
                "openid-connect",
                "publicClient",
                false,
                "clientAuthenticatorType",
                "client-secret",
                "secret",
                "${" + secretVariable(name) + "}",
                "implicitFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                false,
                "frontchannelLogout",
                false);
    }

    /** Puts each service's audience into the access token, and into nothing else. */
    public static List<Map<String, Object>> audiences() {
        return AUDIENCES.stream()
                .map(audience -> object(
                        "name",
                        "audience-" + audience,
                        "protocol",
                        "openid-connect",
                        "protocolMapper",
                        "oidc-audience-mapper",
                        "config",
                        object(
                                "included.custom.audience", audience,
                                "access.token.claim", "true",
                                "id.token.claim", "false")))
                .toList();
    }

    // ---- organizations ----

    private List<Map<String, Object>> organizations() {
        var organizations = new ArrayList<Map<String, Object>>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            organizations.add(organization(jurisdiction));
        }
        if (sample) {
            for (String supplier : SUPPLIERS) {
                organizations.add(organization(
                        "supplier-" + supplier,
                        "Supplier " + supplier.toUpperCase(Locale.ROOT) + " (sample)",
                        "supplier-" + supplier + ".example"));
            }
        }
        return organizations;
    }

    private Map<String, Object> organization(Jurisdiction jurisdiction) {
        var organization = organization(jurisdiction.alias(), jurisdiction.name(), jurisdiction.domain());
        if (sample && jurisdiction.signsInAtItsOwnProvider()) {
            organization.put("identityProviders", List.of(object("alias", providerAlias(jurisdiction))));
            // Managed: the account belongs to the organization's own provider. Only an import can say so.
            organization.put(
                    "members",
                    SampleOfficial.of(jurisdiction).stream()
                            .map(official -> object("username", official.username(), "membershipType", "MANAGED"))
                            .toList());
        }
        return organization;
    }

    private static Map<String, Object> organization(String alias, String name, String domain) {
        return object(
                "id",
                organizationId(alias).toString(),
                "name",
                name,
                "alias",
                alias,
                "enabled",
                true,
                "domains",
                List.of(object("name", domain, "verified", true)));
    }

    private static UUID organizationId(String alias) {
        return UUID.nameUUIDFromBytes(("concord-organization:" + alias).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Who belongs to which organization, beyond those in the document: subjects by organization id. Keycloak's import puts
     * everything into one transaction, in which some 300 memberships cost half a minute; one by one they cost seconds.
     */
    public static Map<UUID, List<UUID>> memberships() {
        var memberships = new LinkedHashMap<UUID, List<UUID>>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            var subjects = new ArrayList<UUID>();
            if (!jurisdiction.signsInAtItsOwnProvider()) {
                SampleOfficial.of(jurisdiction).forEach(official -> subjects.add(official.subject()));
            }
            if (jurisdiction.usps().equals("WA")) {
                subjects.add(SampleOfficial.subjectOf("service-account-erp-wa"));
            }
            memberships.put(organizationId(jurisdiction.alias()), subjects);
        }
        return memberships;
    }

    // ---- users ----

    private List<Map<String, Object>> users() {
        var users = new ArrayList<Map<String, Object>>();
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            SampleOfficial.of(jurisdiction).forEach(official -> users.add(user(official)));
        }
        users.add(staff("staff.sourcing", "Sourcing", "Staff", "commission-staff"));
        users.add(staff("auditor.one", "Sample", "Auditor", "auditor"));
        users.add(staff("operator.one", "Sample", "Operator", "operator"));
        users.add(serviceUser("sample-loader", List.of("commission-staff")));
        users.add(serviceUser("erp-wa", List.of()));
        return users;
    }

    private static Map<String, Object> user(SampleOfficial official) {
        var user = person(official.username(), official.email(), official.firstName(), official.lastName());
        user.put("id", official.subject().toString());
        if (official.jurisdiction().signsInAtItsOwnProvider()) {
            user.put(
                    "federatedIdentities",
                    List.of(object(
                            "identityProvider", providerAlias(official.jurisdiction()),
                            "userId",
                                    SampleOfficial.subjectAtStateProvider(official.username())
                                            .toString(),
                            "userName", official.username())));
        } else {
            user.put("credentials", SamplePassword.credentials());
        }
        return user;
    }

    private static Map<String, Object> userAtStateProvider(SampleOfficial official) {
        var user = person(official.username(), official.email(), official.firstName(), official.lastName());
        user.put(
                "id", SampleOfficial.subjectAtStateProvider(official.username()).toString());
        user.put("credentials", SamplePassword.credentials());
        return user;
    }

    private static Map<String, Object> staff(String username, String firstName, String lastName, String role) {
        var user = person(username, username + "@commission.example", firstName, lastName);
        user.put("id", SampleOfficial.subjectOf(username).toString());
        user.put("realmRoles", List.of(role));
        user.put("credentials", SamplePassword.credentials());
        return user;
    }

    private static Map<String, Object> person(String username, String email, String firstName, String lastName) {
        return object(
                "username", username,
                "enabled", true,
                "email", email,
                "emailVerified", true,
                "firstName", firstName,
                "lastName", lastName);
    }

    private static Map<String, Object> serviceUser(String client, List<String> roles) {
        String username = "service-account-" + client;
        return object(
                "id", SampleOfficial.subjectOf(username).toString(),
                "username", username,
                "enabled", true,
                "serviceAccountClientId", client,
                "realmRoles", roles);
    }

    // ---- the states' own provider ----

    private static Stream<Jurisdiction> states() {
        return Jurisdiction.all().stream().filter(Jurisdiction::signsInAtItsOwnProvider);
    }

    /**
     * Not hidden: Keycloak then offers it to its own people when they must sign in afresh, and to nobody else. Hidden, it
     * would ask them for a password that they do not have here.
     */
    private Map<String, Object> identityProvider(Jurisdiction state) {
        return object(
                "alias",
                providerAlias(state),
                "displayName",
                state.name() + " sign-in (sample)",
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                true,
                "storeToken",
                false,
                "hideOnLogin",
                false,
                "config",
                providerConfig(state));
    }

    private Map<String, Object> providerConfig(Jurisdiction state) {
        var config = new LinkedHashMap<>(providerAddresses());
        config.put("clientId", clientName(state));
        config.put("clientSecret", "${" + secretVariable(clientName(state)) + "}");
        config.put("clientAuthMethod", "client_secret_basic");
        config.put("defaultScope", "openid profile email");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("validateSignature", "true");
        config.put("useJwksUrl", "true");
        config.put("syncMode", "IMPORT");
        // A vote asks for a fresh sign-in: the state's provider must ask as well, not answer from its own session.
        config.put("passMaxAge", "true");
        config.put("kc.org.domain", state.domain());
        config.put("kc.org.broker.redirect.mode.email-matches", "true");
        return config;
    }

    private Map<String, Object> providerAddresses() {
        String provider = addresses.stateProvider();
        String protocol = provider + "/protocol/openid-connect";
        return object(
                "issuer", provider,
                "authorizationUrl", protocol + "/auth",
                "tokenUrl", protocol + "/token",
                "userInfoUrl", protocol + "/userinfo",
                "jwksUrl", protocol + "/certs",
                "logoutUrl", protocol + "/logout");
    }

    private Map<String, Object> clientOfConcord(Jurisdiction state) {
        var client = confidential(clientName(state), "Concord for " + state.name());
        client.put("standardFlowEnabled", true);
        client.put("redirectUris", List.of(addresses.brokerEndpoint(state)));
        client.put(
                "attributes",
                object(
                        "pkce.code.challenge.method",
                        "S256",
                        "post.logout.redirect.uris",
                        addresses.brokerEndpoint(state) + "/*"));
        return client;
    }

    private static String clientName(Jurisdiction state) {
        return "concord-" + state.alias();
    }
}
