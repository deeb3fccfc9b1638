package org.concord.compact.agreement.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.ProceedingView;
import org.concord.compact.agreement.instrument.Terms.ProposedBy;
import org.concord.compact.agreement.instrument.TermsChange;
import org.jspecify.annotations.Nullable;

/**
 * An amendment as it is shown. Its articles are below {@code /text}, the members' acts among the agreement's enactments.
 *
 * @param state {@code FILED}, {@code PROPOSED}, {@code IN_FORCE}, {@code REJECTED} or {@code WITHDRAWN} today, in the lead's
 *     zone
 * @param share of the members whose acts it takes, such as {@code 1/1}
 * @param ballotId the vote on proposing it, where there was one
 * @param inForceOn first day in force, as far as it follows from what is recorded; it may lie ahead
 * @param taken members whose act on it is recorded with its effect, by USPS code
 * @param outstanding members of today that have none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AmendmentView(
        UUID id,
        UUID agreementId,
        String title,
        String state,
        ProposedBy proposedBy,
        String share,
        TermsChange change,
        LocalDate filedOn,
        @Nullable LocalDate proposedOn,
        @Nullable UUID ballotId,
        @Nullable LocalDate rejectedOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable String reasons,
        @Nullable LocalDate inForceOn,
        List<String> taken,
        List<String> outstanding,
        int version)
        implements ProceedingView {}
