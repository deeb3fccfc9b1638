package org.concord.compact.guidance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One revision of a version's text, as the JSON that is shown. Never changed; the table refuses it. */
@Entity
@Table(name = "guidance_text")
class VersionText {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "version_id", nullable = false, updatable = false)
    private UUID versionId;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "topic", nullable = false, updatable = false)
    private String topic;

    @Column(name = "body", nullable = false, updatable = false)
    private String body;

    @Column(name = "revised_by", nullable = false, updatable = false)
    private String revisedBy;

    @Column(name = "revised_at", nullable = false, updatable = false)
    private Instant revisedAt;

    protected VersionText() {}

    VersionText(
            UUID id,
            UUID versionId,
            int revision,
            String title,
            String topic,
            String body,
            String revisedBy,
            Instant revisedAt) {
        this.id = id;
        this.versionId = versionId;
        this.revision = revision;
        this.title = title;
        this.topic = topic;
        this.body = body;
        this.revisedBy = revisedBy;
        this.revisedAt = revisedAt;
    }

    UUID id() {
        return id;
    }

    String body() {
        return body;
    }
}
