package org.concord.local.realm;

import org.concord.local.Ports;

/**
 * The addresses that a realm must know: where browsers reach it, and where the gateway takes them back.
 *
 * @param keycloak Keycloak's public address
 * @param gateway the public door
 */
public record RealmAddresses(String keycloak, String gateway) {

    /** Those of a platform on this machine. */
    public static RealmAddresses of(Ports ports) {
        return new RealmAddresses(ports.keycloakUrl(), ports.gatewayUrl());
    }

    /** Left for the environment to say, as Keycloak's import allows. */
    public static RealmAddresses ofEnvironment() {
        return new RealmAddresses("${CONCORD_KEYCLOAK_URL}", "${CONCORD_GATEWAY_URL}");
    }

    /** Where the state's own provider lives in the sample. */
    String stateProvider() {
        return keycloak + "/realms/" + RealmDocument.STATE_PROVIDER;
    }

    /** Where a state's provider sends the person back to. */
    String brokerEndpoint(Jurisdiction state) {
        return keycloak + "/realms/" + RealmDocument.CONCORD + "/broker/" + RealmDocument.providerAlias(state)
                + "/endpoint";
    }
}
