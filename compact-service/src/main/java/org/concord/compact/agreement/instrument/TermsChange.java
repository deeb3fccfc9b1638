package org.concord.compact.agreement.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.concord.compact.agreement.instrument.Terms.AmendmentRule;
import org.concord.compact.agreement.instrument.Terms.Dissolution;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.compact.agreement.instrument.Terms.OnDefault;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What an amendment makes of an instrument's terms: each part that it names takes the place of the one before, the others
 * stay, so that two amendments under way at once do not undo each other. How members join, the threshold that brought the
 * instrument into force and the consent of Congress are no matter for an amendment: that is another instrument.
 *
 * @param dissolvesAtMembers as in {@link Terms}; so with all others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TermsChange(
        @Nullable Boolean staysInForceBelowThreshold,
        @Nullable @Min(1) @Max(55) Integer dissolvesAtMembers,
        @Nullable @Min(1) @Max(9) Integer seatsPerMember,
        @Nullable @Valid Exit exit,
        @Nullable @Valid OnDefault onDefault,
        @Nullable Dissolution dissolution,
        @Nullable @Valid AmendmentRule amendment,
        @Nullable Boolean admissionByVote) {

    /** An amendment of words alone. */
    public static final TermsChange NONE = new TermsChange(null, null, null, null, null, null, null, null);

    /** Whether it leaves all terms as they are. */
    public boolean changesNothing() {
        return equals(NONE);
    }

    /** These terms with what it changes. */
    public Terms appliedTo(Terms terms) {
        return new Terms(
                terms.joinedBy(),
                terms.activationThreshold(),
                or(staysInForceBelowThreshold, terms.staysInForceBelowThreshold()),
                Stream.of(dissolvesAtMembers, terms.dissolvesAtMembers())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                or(seatsPerMember, terms.seatsPerMember()),
                terms.consent(),
                or(exit, terms.exit()),
                or(onDefault, terms.onDefault()),
                or(dissolution, terms.dissolution()),
                or(amendment, terms.amendment()),
                or(admissionByVote, terms.admissionByVote()));
    }

    /** What would not fit the type, with its place below {@code /change}; empty when all does. */
    public List<Violation> faults(Terms terms, AgreementType type) {
        return appliedTo(terms).faults(type).stream()
                .map(fault -> Violation.at(
                        "/change" + String.valueOf(fault.pointer()).substring("/terms".length()),
                        fault.code(),
                        fault.message()))
                .toList();
    }

    private static <T> T or(@Nullable T changed, T kept) {
        return changed == null ? kept : changed;
    }
}
