/**
 * One set of servers for all test JVMs of a build. {@link org.concord.local.lease.Lease} is what a test JVM holds: a
 * connection, so that it ends with the JVM however that dies. {@link org.concord.local.lease.LeaseKeeper} is the process at
 * the other end: whoever comes first starts it, and it stops some time after the last lease ended.
 */
@NullMarked
package org.concord.local.lease;

import org.jspecify.annotations.NullMarked;
