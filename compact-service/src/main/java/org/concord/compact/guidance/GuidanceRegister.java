package org.concord.compact.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.jspecify.annotations.Nullable;

/** What the neighbours may ask about guidance: its issued versions, and the lock under which they are adopted. */
@ApplicationScoped
public class GuidanceRegister {

    private final Guidances guidances;
    private final GuidanceVersions versions;
    private final VersionTexts texts;

    GuidanceRegister(Guidances guidances, GuidanceVersions versions, VersionTexts texts) {
        this.guidances = guidances;
        this.versions = versions;
        this.texts = texts;
    }

    /**
     * The guidance with its issued versions, newest first; empty when none is issued: what is in preparation does not
     * exist outside.
     */
    public Optional<GuidanceFacts> find(UUID guidanceId) {
        return guidances
                .findByIdOptional(guidanceId)
                .map(this::facts)
                .filter(facts -> !facts.issued().isEmpty());
    }

    /**
     * Guidances of an agreement with their issued versions, newest guidance first, in two statements.
     *
     * @param from the newest to begin with
     */
    public List<GuidanceFacts> issuedUnder(UUID agreementId, UUID from, int limit) {
        List<Guidance> found = guidances.issuedUnder(agreementId, from, limit);
        Map<UUID, List<GuidanceVersion>> issued =
                versions.issued(found.stream().map(Guidance::id).toList());
        return found.stream()
                .map(guidance -> facts(guidance, issued.getOrDefault(guidance.id(), List.of())))
                .toList();
    }

    /**
     * The same, its row locked until the transaction ends.
     *
     * @throws org.concord.kit.problem.ProblemException {@code not-found}
     */
    public GuidanceFacts lock(UUID guidanceId) {
        return guidances.lock(guidanceId).map(this::facts).orElseThrow(Access::notFound);
    }

    /** The agreement under which a guidance is prepared or issued. */
    public Optional<UUID> agreementOf(UUID guidanceId) {
        return guidances.findByIdOptional(guidanceId).map(Guidance::agreementId);
    }

    /** Whether the number is that of a version in preparation, for callers who may know of it. */
    public boolean isInPreparation(UUID guidanceId, int number) {
        return versions.find(guidanceId, number)
                .filter(version -> !version.isIssued())
                .isPresent();
    }

    /** The text of an issued version. */
    public GuidanceText text(UUID guidanceId, int number) {
        return versions.find(guidanceId, number)
                .filter(GuidanceVersion::isIssued)
                .map(texts::of)
                .orElseThrow(Access::notFound);
    }

    private GuidanceFacts facts(Guidance guidance) {
        return facts(guidance, versions.issued(guidance.id()));
    }

    private static GuidanceFacts facts(Guidance guidance, List<GuidanceVersion> issued) {
        return new GuidanceFacts(
                guidance.id(),
                guidance.agreementId(),
                guidance.code(),
                issued.stream().map(GuidanceRegister::edition).toList());
    }

    private static Edition edition(GuidanceVersion version) {
        return new Edition(
                version.number(),
                version.issuedAt(),
                version.issuedOn(),
                version.effectiveOn(),
                version.sunsetOn(),
                version.replacedOn(),
                version.replacedAt(),
                version.withdrawnOn(),
                version.withdrawnAt());
    }

    /**
     * A guidance as others need it.
     *
     * @param issued its issued versions, newest first
     */
    public record GuidanceFacts(UUID id, UUID agreementId, String code, List<Edition> issued) {

        /** Whether one of its versions was in force on that day, as it was known at that instant. */
        public boolean inForce(LocalDate on, Instant knownAt) {
            return issued.stream()
                    .filter(edition -> !on.isBefore(edition.effectiveOn()))
                    .anyMatch(edition -> edition.stage(on, knownAt)
                            .filter(stage -> stage == GuidanceStage.ISSUED)
                            .isPresent());
        }

        /** The issued version with this number. */
        public Optional<Edition> version(int number) {
            return issued.stream().filter(edition -> edition.number() == number).findFirst();
        }
    }

    /**
     * One issued version: what is true of it, and since when that is known.
     *
     * @param sunsetOn first day without effect; null without an end
     * @param replacedOn first day on which another stands in its place; null for none
     * @param replacedAt when that was recorded; null for never
     * @param withdrawnOn null unless withdrawn
     * @param withdrawnAt when that was recorded; null for never
     */
    public record Edition(
            int number,
            Instant issuedAt,
            LocalDate issuedOn,
            LocalDate effectiveOn,
            @Nullable LocalDate sunsetOn,
            @Nullable LocalDate replacedOn,
            @Nullable Instant replacedAt,
            @Nullable LocalDate withdrawnOn,
            @Nullable Instant withdrawnAt) {

        /** Where it stood on a day, as it was known at an instant; empty when it was not issued as far as was known. */
        public Optional<GuidanceStage> stage(LocalDate on, Instant knownAt) {
            if (issuedAt.isAfter(knownAt)) {
                return Optional.empty();
            }
            if (has(withdrawnOn, withdrawnAt, on, knownAt)) {
                return Optional.of(GuidanceStage.WITHDRAWN);
            }
            if (has(replacedOn, replacedAt, on, knownAt)) {
                return Optional.of(GuidanceStage.SUPERSEDED);
            }
            return Optional.of(
                    sunsetOn != null && !on.isBefore(sunsetOn) ? GuidanceStage.SUNSET : GuidanceStage.ISSUED);
        }

        private static boolean has(
                @Nullable LocalDate from, @Nullable Instant recordedAt, LocalDate on, Instant knownAt) {
            return from != null && recordedAt != null && !recordedAt.isAfter(knownAt) && !on.isBefore(from);
        }
    }
}
