/**
 * The three servers. {@link org.concord.local.server.Servers} starts them side by side on a data folder, made from the
 * golden copy when there is one; each of {@code Postgres}, {@code Kafka} and {@code Keycloak} knows one server's command,
 * its readiness and its traps; {@link org.concord.local.server.KeycloakAdmin} changes what depends on the ports.
 */
@NullMarked
package org.concord.local.server;

import org.jspecify.annotations.NullMarked;
