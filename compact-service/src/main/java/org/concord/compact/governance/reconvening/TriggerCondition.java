package org.concord.compact.governance.reconvening;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What must come true for an adjourned meeting to be taken up again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TriggerCondition.MembersAsk.class, name = "MEMBERS_ASK"),
    @JsonSubTypes.Type(value = TriggerCondition.AlertsRaised.class, name = "ALERTS"),
    @JsonSubTypes.Type(value = TriggerCondition.DateComes.class, name = "DATE"),
    @JsonSubTypes.Type(value = TriggerCondition.EventAttested.class, name = "EVENT")
})
public sealed interface TriggerCondition {

    /**
     * So many members ask in writing, each by its delegate; only those still in standing count.
     *
     * @param members how many
     */
    record MembersAsk(@Min(1) @Max(56) int members) implements TriggerCondition {}

    /**
     * One run of alerts raises an alert of the condition for so many members.
     *
     * @param condition its code in the outbreak picture
     * @param members how many; alerts for the members together do not count
     */
    record AlertsRaised(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]{0,31}")
            String condition,

            @Min(1) @Max(56) int members) implements TriggerCondition {}

    /**
     * A day comes.
     *
     * @param on its date in the lead's zone
     */
    record DateComes(@NotNull LocalDate on) implements TriggerCondition {}

    /**
     * Something happens, as one member's delegate attests with a citation.
     *
     * @param event what, in the words of the adjournment
     * @param office in which that member attests, such as the chair
     * @param member USPS code of the member that holds the office
     */
    record EventAttested(
            @NotBlank @Size(max = 500) String event,
            @NotBlank @Size(max = 100) String office,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member)
            implements TriggerCondition {}
}
