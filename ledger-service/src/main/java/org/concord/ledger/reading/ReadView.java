package org.concord.ledger.reading;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read something of a book.
 *
 * @param subject the identity provider's id of who read
 * @param member the member acted for; absent when none was named
 * @param operation what was asked, such as {@code ENTRIES}
 * @param format how it was given
 * @param filter the question, names in order; empty for everything
 * @param filterSha256 the SHA-256 of the question, hex
 * @param asOfSeq the sequence that the answer is true at
 * @param rows how many rows were given; absent where a stream began, whose end is noted by itself
 * @param completes the beginning of the stream that ended here
 */
public record ReadView(
        UUID readId,
        Instant readAt,
        String subject,
        String username,
        @Nullable String member,
        String operation,
        String format,
        String filter,
        String filterSha256,
        long asOfSeq,
        @Nullable Long rows,
        @Nullable UUID completes) {}
