package org.concord.compact.agreement.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a known instrument, from which an agreement can be opened.
 *
 * @param notice that it is illustrative, and no government's statement
 * @param linkedModel the model of the instrument that does with this one what this one cannot do alone
 * @param consent the finding on the consent of Congress that is generally made
 * @param facts where each term comes from
 * @param articles sample wording for the comparison of texts; not the statute's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstrumentModel(
        String code,
        String title,
        AgreementType type,
        String notice,
        @Nullable String linkedModel,
        Terms terms,
        @Nullable Consent consent,
        List<Fact> facts,
        List<ArticleText> articles) {

    /** Copies are kept. */
    public InstrumentModel {
        facts = List.copyOf(facts);
        articles = List.copyOf(articles);
    }

    /**
     * One fact of the model.
     *
     * @param citation where it stands; null for general knowledge
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(
            String topic,
            String says,
            Basis basis,
            @Nullable String citation) {}

    /** What a fact rests on. */
    public enum Basis {
        /** A text that was read and is cited. */
        SOURCE,
        /** Known to those who work with it, and not checked. */
        GENERAL_KNOWLEDGE,
        /** Chosen for the sample, where nothing is known. */
        ASSUMPTION
    }
}
