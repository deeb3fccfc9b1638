package org.concord.compact.agreement.enactment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.agreement.instrument.ArticleText;
import org.concord.compact.agreement.instrument.TextView;
import org.concord.compact.text.TextDiff;
import org.concord.compact.text.TextDiff.Part;
import org.concord.compact.text.TextDiff.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A member's enacted text beside the model text, article by article: the model's articles in their order, then what the
 * member added. That words differ is shown; whether the difference is material is a finding.
 */
public record ConformityView(
        UUID enactmentId, String member, UUID modelTextId, UUID enactedTextId, List<ArticleComparison> articles) {

    /** How an article stands to the model's. */
    public enum Comparison {
        SAME,
        CHANGED,
        /** In the model, and not enacted. */
        MISSING,
        /** Enacted, and not in the model. */
        ADDED
    }

    /**
     * One article.
     *
     * @param segments its words; deleted ones are the model's, inserted ones the member's
     * @param finding the last finding on these two texts; null while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArticleComparison(
            String article,
            String heading,
            Comparison comparison,
            List<Segment> segments,
            @Nullable ConformityFindingView finding) {}

    static ConformityView of(
            Enactment act, TextView model, TextView enacted, Map<String, ConformityFindingView> findings) {
        Map<String, ArticleText> theirs = new LinkedHashMap<>();
        enacted.articles().forEach(article -> theirs.put(article.article(), article));
        List<ArticleComparison> articles = new ArrayList<>();
        for (ArticleText ours : model.articles()) {
            ArticleText other = theirs.remove(ours.article());
            List<Segment> segments = other == null
                    ? List.of(new Segment(Part.DELETED, ours.words()))
                    : TextDiff.ignoringGaps(ours.words(), other.words());
            boolean same = segments.stream().allMatch(segment -> segment.part() == Part.KEPT);
            articles.add(new ArticleComparison(
                    ours.article(),
                    ours.heading(),
                    other == null ? Comparison.MISSING : same ? Comparison.SAME : Comparison.CHANGED,
                    segments,
                    findings.get(ours.article())));
        }
        theirs.values()
                .forEach(added -> articles.add(new ArticleComparison(
                        added.article(),
                        added.heading(),
                        Comparison.ADDED,
                        List.of(new Segment(Part.INSERTED, added.words())),
                        findings.get(added.article()))));
        return new ConformityView(act.id(), act.member(), model.id(), enacted.id(), articles);
    }
}
