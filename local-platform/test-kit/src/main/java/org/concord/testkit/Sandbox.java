package org.concord.testkit;

/**
 * What belongs to the running test application alone: its database and its topic prefix; and where the shared servers are.
 * Kept as system properties, because the test resource and the test class are loaded by different class loaders.
 */
public final class Sandbox {

    private static final String PREFIX = "org.concord.testkit.sandbox.";

    private Sandbox() {}

    static void enter(TestServers servers, String database) {
        System.setProperty(PREFIX + "jdbc", servers.jdbcUrl() + "/" + database);
        System.setProperty(PREFIX + "database", database);
        System.setProperty(PREFIX + "kafka", servers.kafka());
        System.setProperty(PREFIX + "keycloak", servers.keycloak());
        servers.clientSecrets().forEach((client, secret) -> System.setProperty(PREFIX + "secret." + client, secret));
    }

    /** JDBC address of the application's database; {@link #databaseUser} owns it. */
    public static String jdbcUrl() {
        return value("jdbc");
    }

    /** Owner of the application's database; its password is the same word. */
    public static String databaseUser() {
        return value("database");
    }

    /** The role that the application uses its database as, and its password. */
    public static String serviceRole() {
        return FreshDatabase.serviceRole(value("database"));
    }

    /** What every topic's name begins with in this application: put it before the names of the contract. */
    public static String topicPrefix() {
        return value("database") + ".";
    }

    /** Kafka's bootstrap servers. */
    public static String kafka() {
        return value("kafka");
    }

    /** Keycloak's address. */
    public static String keycloak() {
        return value("keycloak");
    }

    /** The realm's address, which is also the issuer of its tokens. */
    public static String issuer() {
        return keycloak() + "/realms/concord";
    }

    /** Secret of the client {@code concord-gateway} at the test servers. */
    public static String gatewaySecret() {
        return clientSecret("concord-gateway");
    }

    /** Secret of a confidential client at the test servers. */
    public static String clientSecret(String client) {
        return value("secret." + client);
    }

    private static String value(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException(
                    "no servers yet: is @WithTestResource(ServersResource.class) on the test class?");
        }
        return value;
    }
}
