/**
 * The local platform: PostgreSQL, Kafka, Keycloak and the four services on one machine, from the artifacts of an ordinary
 * Maven build.
 *
 * <p>{@link org.concord.local.Main} is the way in for people, {@link org.concord.local.lease.Lease} for tests. Both lean on
 * {@code runtime} (what is prepared once), {@code server} (the three servers), {@code realm} (identity as code) and
 * {@code process} (children that never outlive their parent). State lies in one folder, what can be made again in another.
 */
@NullMarked
package org.concord.local;

import org.jspecify.annotations.NullMarked;
