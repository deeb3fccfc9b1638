package org.concord.compact.guidance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** All texts, written and read as the JSON that is shown. */
@ApplicationScoped
class VersionTexts implements PanacheRepositoryBase<VersionText, UUID> {

    private final ObjectMapper json;

    VersionTexts(ObjectMapper json) {
        this.json = json;
    }

    void store(UUID id, UUID versionId, int revision, GuidanceText text, String revisedBy, Instant now) {
        try {
            persist(new VersionText(
                    id,
                    versionId,
                    revision,
                    text.title(),
                    text.topic(),
                    json.writeValueAsString(text),
                    revisedBy,
                    now));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a text of guidance could not be written", bug);
        }
    }

    GuidanceText of(GuidanceVersion version) {
        return findByIdOptional(version.textId()).map(this::read).orElseThrow();
    }

    private GuidanceText read(VersionText stored) {
        try {
            return json.readValue(stored.body(), GuidanceText.class);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("the text " + stored.id() + " could not be read", bug);
        }
    }
}
