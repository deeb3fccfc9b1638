package org.concord.testkit;

import java.util.Map;

/**
 * The servers of this test JVM, however they came about.
 *
 * @param jdbcUrl the server's address up to and without the database's name: {@code jdbc:postgresql://host:port}
 * @param superuser a PostgreSQL superuser
 * @param superuserPassword its password
 * @param kafka bootstrap servers
 * @param keycloak Keycloak's address, without a slash at the end
 * @param clientSecrets secrets of the confidential clients, by client id
 * @param release what to do when the JVM needs them no longer
 */
record TestServers(
        String jdbcUrl,
        String superuser,
        String superuserPassword,
        String kafka,
        String keycloak,
        Map<String, String> clientSecrets,
        Runnable release) {}
