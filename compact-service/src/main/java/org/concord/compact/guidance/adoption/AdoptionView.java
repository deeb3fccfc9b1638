package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a member's act.
 *
 * @param id the act's id, the same for all its revisions
 * @param revision from 1
 * @param number of the guidance's version that it is about
 * @param voided whether the act never was
 * @param reasons why it was revised; null on the first
 * @param recordedAt since when this is known here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdoptionView(
        UUID id,
        int revision,
        UUID guidanceId,
        int number,
        String member,
        LegalEffect legalEffect,
        Terms terms,
        boolean voided,
        @Nullable String reasons,
        Instant recordedAt) {

    AdoptionView revised(Terms newTerms, boolean nowVoid, String why, Instant now) {
        return new AdoptionView(id, revision + 1, guidanceId, number, member, legalEffect, newTerms, nowVoid, why, now);
    }
}
