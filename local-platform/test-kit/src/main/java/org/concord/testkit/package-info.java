/**
 * What the tests of every service share: {@link org.concord.testkit.ServersResource} gives a test JVM real servers and a
 * database of its own, {@link org.concord.testkit.OwnPostgres} a database server that a test may kill, {@link
 * org.concord.testkit.Tokens} real tokens of the sample officials, {@link org.concord.testkit.KafkaProbe} real events in and
 * out, and {@link org.concord.testkit.HouseRules} the architecture that each module keeps.
 */
@NullMarked
package org.concord.testkit;

import org.jspecify.annotations.NullMarked;
