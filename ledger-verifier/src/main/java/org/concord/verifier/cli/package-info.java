/**
 * The command line of an auditor and of a witness: {@code java -jar ledger-verifier.jar}, on a machine that has a Java
 * runtime and nothing of Concord. Text for a person, {@code --json} for a machine; 0 for good, 1 for bad, 2 when it was
 * not asked in a way that it understands.
 */
@NullMarked
package org.concord.verifier.cli;

import org.jspecify.annotations.NullMarked;
