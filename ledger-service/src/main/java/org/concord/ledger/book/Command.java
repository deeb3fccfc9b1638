package org.concord.ledger.book;

import org.concord.verifier.json.Json;

/** Something that asks a book for a record. What it is becomes lines in the posting rules; the book checks them. */
public interface Command {

    /** What makes it the same command again. */
    CommandKey key();

    /** What is asked, so that another request under the same key can be told from a repetition. */
    Json content();

    /** What it would write, given what the book holds; reads only. */
    Proposal propose(Holdings book);

    /**
     * Whether a refusal is its last answer. It is for an event, which nobody sends twice with another hope; it is not
     * for a document, which may well be sent again once its appropriation is there.
     */
    default boolean refusalIsFinal() {
        return true;
    }
}
