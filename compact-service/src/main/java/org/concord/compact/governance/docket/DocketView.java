package org.concord.compact.governance.docket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A docket as everyone sees it.
 *
 * @param text null in lists
 * @param state the stage, or {@code EFFECTIVE} from the day on
 * @param petitionUntil last day to petition for review; null until the rule is adopted
 * @param record what has been said and done about it; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocketView(
        UUID id,
        UUID agreementId,
        String title,
        @Nullable String text,
        String state,
        Instant proposedAt,
        @Nullable Instant noticedAt,
        @Nullable Instant commentsUntil,
        @Nullable String noticeCitation,
        @Nullable Instant hearingAt,
        @Nullable String hearingRecord,
        @Nullable UUID ballotId,
        @Nullable LocalDate adoptedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate petitionUntil,
        String petitionCitation,
        @Nullable LocalDate voidedOn,
        @Nullable RecordView record,
        int version) {

    /**
     * What has been said and done about a rule.
     *
     * @param hearingPersons persons who asked for a hearing
     * @param hearingAskedFor whether enough asked for one
     * @param rejections enactments of members' legislatures that it has no effect
     * @param petitions petitions for review
     */
    public record RecordView(
            long comments,
            long hearingPersons,
            boolean hearingAskedFor,
            List<RejectionView> rejections,
            List<PetitionView> petitions) {}

    /** One legislature's enactment. */
    public record RejectionView(String member, LocalDate enactedOn, String citation) {}

    /** One petition. */
    public record PetitionView(UUID id, String petitioner, String court, String reference, LocalDate filedOn) {}
}
