package org.concord.ledger.book;

import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Gives an account another floor.
 *
 * <p>Refused when no such account is open, or when it already holds less.
 *
 * @param floor the least that it may hold, on its normal side; null for none
 */
public record FloorChange(
        CommandKey key, AccountKey account, @Nullable Long floor) implements Command {

    @Override
    public Json content() {
        Long least = floor;
        Json.Builder content = Json.object().put("account", account.code());
        return (least == null ? content : content.put("floor", least)).build();
    }

    @Override
    public Proposal propose(Holdings book) {
        return new Proposal.FloorChanges(account, floor);
    }

    @Override
    public boolean refusalIsFinal() {
        return false;
    }
}
