package org.concord.ledger.book;

import org.concord.verifier.json.Json;

/** Opens an account that no entry has opened yet; an open one stays as it is. */
public record AccountOpening(AccountKey account) implements Command {

    /** The rule under which an account is opened by itself. */
    public static final String RULE = "ACCOUNT_OPENED";

    @Override
    public CommandKey key() {
        return new CommandKey("ACCOUNT", account.code(), RULE);
    }

    @Override
    public Json content() {
        return Json.of(account.code());
    }

    @Override
    public Proposal propose(Holdings book) {
        return new Proposal.AccountOpens(account);
    }
}
