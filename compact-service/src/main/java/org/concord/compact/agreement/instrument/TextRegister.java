package org.concord.compact.agreement.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.jspecify.annotations.Nullable;

/** Keeps texts by article: an agreement's model text, and what each member enacted. Callers bring the transaction. */
@ApplicationScoped
public class TextRegister {

    private final InstrumentTexts texts;
    private final Clock clock;
    private final Ids ids;

    TextRegister(InstrumentTexts texts, Clock clock, Ids ids) {
        this.texts = texts;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Keeps a text; it takes the place of the one before, which stays.
     *
     * @param enactmentId whose enacted text it is; null for the model text
     * @param by the subject of who recorded it
     * @throws ProblemException {@code validation-failed} for an article that stands twice
     */
    public TextView record(UUID agreementId, @Nullable UUID enactmentId, List<ArticleText> articles, String by) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < articles.size(); i++) {
            if (!seen.add(articles.get(i).article())) {
                throw new ProblemException(
                        KitProblem.VALIDATION_FAILED,
                        "The text cannot be recorded like this.",
                        List.of(Violation.at("/articles/" + i + "/article", "duplicate", "the article stands twice")));
            }
        }
        InstrumentText text =
                new InstrumentText(ids.next(), agreementId, enactmentId, articles, Moments.now(clock), by);
        texts.persist(text);
        return text.view();
    }

    /** The model text that stands now; empty before there is one. */
    public Optional<TextView> model(UUID agreementId) {
        return texts.model(agreementId).map(InstrumentText::view);
    }

    /** What was enacted by that act; empty before it is recorded. */
    public Optional<TextView> enacted(UUID agreementId, UUID enactmentId) {
        return texts.enacted(agreementId, enactmentId).map(InstrumentText::view);
    }
}
