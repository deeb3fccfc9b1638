package org.concord.compact.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.kit.access.Capability;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it is shown.
 *
 * @param members stretches of full standing, by member and date; every other standing is below {@code /members}
 * @param model the instrument model that it was opened from
 * @param state {@code OPEN_FOR_ENACTMENT}, {@code ACTIVE} or {@code DISSOLVED} today, in the lead's zone
 * @param activeOn first day in force, as far as it follows from what is recorded; it may lie ahead
 * @param consent the last finding on the consent of Congress
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
        UUID id,
        String code,
        String title,
        AgreementType type,
        Set<Capability> capabilities,
        String lead,
        @Nullable UUID linkedAgreementId,
        List<Term> members,
        Instant openedAt,
        int version,
        @Nullable String model,
        String state,
        @Nullable LocalDate activeOn,
        @Nullable LocalDate dissolvedOn,
        @Nullable LocalDate woundUpOn,
        @Nullable String consent,
        Terms terms) {}
