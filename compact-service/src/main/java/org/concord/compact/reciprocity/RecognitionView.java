package org.concord.compact.reciprocity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a recognition.
 *
 * @param id the same for all its revisions
 * @param revision from 1
 * @param member who recognises
 * @param recognised whose licences, records or credentials
 * @param reasons why it was revised; null on the first
 * @param registeredAt since when this is known here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecognitionView(
        UUID id,
        int revision,
        String member,
        String recognised,
        RecognitionKind kind,
        String subject,
        @Nullable UUID agreementId,
        RecognitionTerms terms,
        @Nullable String reasons,
        Instant registeredAt) {

    RecognitionView revised(RecognitionTerms newTerms, String why, Instant now) {
        return new RecognitionView(
                id, revision + 1, member, recognised, kind, subject, agreementId, newTerms, why, now);
    }
}
