package org.concord.compact.agreement.instrument;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text by article: the agreement's model text, or what one member enacted. Never changed. */
@Entity
@Table(name = "instrument_text")
class InstrumentText {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "enactment_id", updatable = false)
    private @Nullable UUID enactmentId;

    @Column(name = "amendment_id", updatable = false)
    private @Nullable UUID amendmentId;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @ElementCollection
    @CollectionTable(name = "instrument_article", joinColumns = @JoinColumn(name = "text_id"))
    @OrderColumn(name = "position")
    private List<Article> articles = new ArrayList<>();

    protected InstrumentText() {}

    InstrumentText(
            UUID id,
            UUID agreementId,
            @Nullable UUID enactmentId,
            @Nullable UUID amendmentId,
            List<ArticleText> articles,
            Instant recordedAt,
            String recordedBy) {
        this.id = id;
        this.agreementId = agreementId;
        this.enactmentId = enactmentId;
        this.amendmentId = amendmentId;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
        articles.forEach(article -> this.articles.add(new Article(article)));
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID amendmentId() {
        return amendmentId;
    }

    List<ArticleText> articles() {
        return articles.stream().map(Article::text).toList();
    }

    TextView view() {
        return new TextView(id, agreementId, enactmentId, amendmentId, articles(), recordedAt);
    }

    /** One article as a row. */
    @Embeddable
    static class Article {

        @Column(name = "article", nullable = false, updatable = false)
        private String number;

        @Column(name = "heading", nullable = false, updatable = false)
        private String heading;

        @Column(name = "words", nullable = false, updatable = false)
        private String words;

        protected Article() {}

        Article(ArticleText text) {
            this.number = text.article();
            this.heading = text.heading();
            this.words = text.words();
        }

        ArticleText text() {
            return new ArticleText(number, heading, words);
        }
    }
}
