package org.concord.compact.guidance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member's health officer said in review about one revision. Never changed; the table refuses it. */
@Entity
@Table(name = "guidance_comment")
class ReviewComment {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "version_id", nullable = false, updatable = false)
    private UUID versionId;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "recommendation", updatable = false)
    private @Nullable String recommendation;

    @Column(name = "comment", nullable = false, updatable = false)
    private String comment;

    @Column(name = "commented_by", nullable = false, updatable = false)
    private String commentedBy;

    @Column(name = "commented_at", nullable = false, updatable = false)
    private Instant commentedAt;

    protected ReviewComment() {}

    ReviewComment(
            UUID id, GuidanceVersion version, String member, CommentOnDraft command, String commentedBy, Instant now) {
        this.id = id;
        this.versionId = version.id();
        this.revision = version.revision();
        this.member = member;
        this.recommendation = command.recommendation();
        this.comment = command.comment();
        this.commentedBy = commentedBy;
        this.commentedAt = now;
    }

    CommentView view() {
        return new CommentView(id, revision, member, recommendation, comment, commentedAt);
    }
}
