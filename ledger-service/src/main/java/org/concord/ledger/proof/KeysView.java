package org.concord.ledger.proof;

import java.util.List;

/**
 * The keys of a log, for convenience only: a verifier takes them from elsewhere.
 *
 * @param signing vkeys (C2SP signed-note) that sign now
 * @param retired vkeys that signed once
 */
public record KeysView(String origin, List<String> signing, List<String> retired) {}
