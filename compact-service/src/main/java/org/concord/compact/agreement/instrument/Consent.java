package org.concord.compact.agreement.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A finding on whether Congress must agree (U.S. Const. Art. I §10 cl. 3). Consent is needed where the states' power
 * grows at the federal government's expense (Virginia v. Tennessee, 1893).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Consent.NotRequired.class, name = "NOT_REQUIRED"),
    @JsonSubTypes.Type(value = Consent.RequiredPending.class, name = "REQUIRED_PENDING"),
    @JsonSubTypes.Type(value = Consent.Granted.class, name = "GRANTED"),
    @JsonSubTypes.Type(value = Consent.Blanket.class, name = "BLANKET")
})
public sealed interface Consent {

    /** None is needed, for the reasons in the memo. */
    record NotRequired(@NotBlank @Size(max = 4000) String memo) implements Consent {}

    /** Needed, and not given yet: the powers that need it rest. */
    record RequiredPending() implements Consent {}

    /** Given for this compact. */
    record Granted(@NotBlank @Size(max = 200) String publicLaw) implements Consent {}

    /** Given beforehand for compacts of its kind. */
    record Blanket(@NotBlank @Size(max = 200) String citation) implements Consent {}

    /** What it rests on; null while it is pending. */
    @JsonIgnore
    default @Nullable String basis() {
        return switch (this) {
            case NotRequired found -> found.memo();
            case RequiredPending pending -> null;
            case Granted found -> found.publicLaw();
            case Blanket found -> found.citation();
        };
    }

    /** The finding that was kept under this name. */
    static Consent of(String kind, @Nullable String basis) {
        String on = basis == null ? "" : basis;
        return switch (kind) {
            case "NOT_REQUIRED" -> new NotRequired(on);
            case "REQUIRED_PENDING" -> new RequiredPending();
            case "GRANTED" -> new Granted(on);
            case "BLANKET" -> new Blanket(on);
            default -> throw new IllegalStateException("unknown finding " + kind);
        };
    }
}
