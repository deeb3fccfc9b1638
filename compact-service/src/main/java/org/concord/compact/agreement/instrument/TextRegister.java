package org.concord.compact.agreement.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.jspecify.annotations.Nullable;

/** Keeps texts by article: an agreement's model text, what amendments make of it, and what each
 * member enacted. Callers bring the transaction. */
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
     * Keeps a model text; it takes the place of the one before, which stays.
     *
     * @param by the subject of who recorded it
     * @throws ProblemException {@code validation-failed} for an article that stands twice
     */
    public TextView recordModel(UUID agreementId, List<ArticleText> articles, String by) {
        return keep(agreementId, null, null, articles, by);
    }

    /**
     * Keeps what was enacted by an act; it takes the place of the one before, which stays.
     *
     * @param by the subject of who recorded it
     * @throws ProblemException {@code validation-failed} for an article that stands twice
     */
    public TextView recordEnacted(UUID agreementId, UUID enactmentId, List<ArticleText> articles, String by) {
        return keep(agreementId, enactmentId, null, articles, by);
    }

    /**
     * Keeps the articles that an amendment changes or adds.
     *
     * @param by the subject of who recorded it
     * @throws ProblemException {@code validation-failed} for an article that stands twice
     */
    public TextView recordAmendment(UUID agreementId, UUID amendmentId, List<ArticleText> articles, String by) {
        return keep(agreementId, null, amendmentId, articles, by);
    }

    private TextView keep(
            UUID agreementId,
            @Nullable UUID enactmentId,
            @Nullable UUID amendmentId,
            List<ArticleText> articles,
            String by) {
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
                new InstrumentText(ids.next(), agreementId, enactmentId, amendmentId, articles, Moments.now(clock), by);
        texts.persist(text);
        return text.view();
    }

    /**
     * The model text as these amendments have made it; empty before there is any.
     *
     * @param amendmentIds in the order in which they came into force; the later word counts
     */
    public Optional<TextView> model(UUID agreementId, List<UUID> amendmentIds) {
        List<TextView> layers = new ArrayList<>(
                texts.model(agreementId).map(InstrumentText::view).stream().toList());
        List<InstrumentText> said = texts.ofAmendments(amendmentIds);
        for (UUID amendment : amendmentIds) {
            said.stream()
                    .filter(text -> amendment.equals(text.amendmentId()))
                    .map(InstrumentText::view)
                    .forEach(layers::add);
        }
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ArticleText> articles = new LinkedHashMap<>();
        layers.forEach(layer -> layer.articles().forEach(article -> articles.put(article.article(), article)));
        TextView last = layers.getLast();
        return Optional.of(new TextView(
                last.id(), agreementId, null, last.amendmentId(), List.copyOf(articles.values()), last.recordedAt()));
    }

    /** The articles that an amendment changes or adds; empty when it changes terms alone. */
    public Optional<TextView> amendment(UUID amendmentId) {
        return texts.ofAmendments(List.of(amendmentId)).stream()
                .map(InstrumentText::view)
                .findFirst();
    }

    /** What was enacted by that act; empty before it is recorded. */
    public Optional<TextView> enacted(UUID agreementId, UUID enactmentId) {
        return texts.enacted(agreementId, enactmentId).map(InstrumentText::view);
    }
}
