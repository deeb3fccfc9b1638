package org.concord.compact.agreement.exit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.ProceedingView;
import org.concord.kit.access.Right;
import org.jspecify.annotations.Nullable;

/**
 * A default as it is shown.
 *
 * @param withheld the rights that the suspension takes away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DefaultView(
        UUID id,
        UUID agreementId,
        String member,
        String state,
        String ground,
        @Nullable UUID findingId,
        String cureTerms,
        LocalDate noticedOn,
        LocalDate cureDueOn,
        @Nullable LocalDate assistedOn,
        @Nullable LocalDate intentOn,
        @Nullable LocalDate suspendedOn,
        @Nullable String suspensionDecision,
        Set<Right> withheld,
        @Nullable LocalDate reinstatedOn,
        @Nullable LocalDate curedOn,
        @Nullable LocalDate terminatedOn,
        @Nullable String terminationDecision,
        @Nullable LocalDate settledOn,
        int version)
        implements ProceedingView {}
