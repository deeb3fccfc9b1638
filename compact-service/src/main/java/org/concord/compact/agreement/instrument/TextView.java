package org.concord.compact.agreement.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text as it is shown.
 *
 * @param enactmentId whose enacted text it is; null for the model text
 * @param amendmentId the amendment that says it, or the last one that the model text is shown with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextView(
        UUID id,
        UUID agreementId,
        @Nullable UUID enactmentId,
        @Nullable UUID amendmentId,
        List<ArticleText> articles,
        Instant recordedAt) {}
