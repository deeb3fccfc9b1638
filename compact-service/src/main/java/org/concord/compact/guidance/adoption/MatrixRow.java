package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.guidance.GuidanceStage;
import org.jspecify.annotations.Nullable;

/**
 * What one member does about one legal effect on a day. All but the first five are null where no act is recorded.
 *
 * @param fips numeric code of the member
 * @param inStanding whether it stands in the agreement on that day; an act of its own law may outlast that
 * @param number the version that it acts on, which may be an older one
 * @param stage where that version stands on that day
 * @param since first day of the act's force
 * @param endsOn first day without force; null while it lasts
 * @param deviations with what difference; null without any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatrixRow(
        String member,
        String fips,
        boolean inStanding,
        LegalEffect legalEffect,
        Following following,
        @Nullable Integer number,
        @Nullable GuidanceStage stage,
        @Nullable LocalDate since,
        @Nullable LocalDate endsOn,
        @Nullable List<Deviation> deviations,
        @Nullable String authority,
        @Nullable Instrument instrument,
        @Nullable String citation,
        @Nullable UUID actId,
        @Nullable Integer revision,
        @Nullable Instant recordedAt) {

    static MatrixRow noAct(String member, boolean inStanding, LegalEffect effect) {
        return new MatrixRow(
                member,
                Fips.of(member),
                inStanding,
                effect,
                Following.NO_ACT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static MatrixRow of(AdoptionView act, boolean inStanding, @Nullable GuidanceStage stage) {
        Terms terms = act.terms();
        return new MatrixRow(
                act.member(),
                Fips.of(act.member()),
                inStanding,
                act.legalEffect(),
                Following.of(terms.decision()),
                act.number(),
                stage,
                terms.effectiveOn(),
                terms.endsOn(),
                terms.deviations(),
                terms.authority(),
                terms.instrument(),
                terms.citation(),
                act.id(),
                act.revision(),
                act.recordedAt());
    }
}
