package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's signature as it is shown.
 *
 * @param reasons why it signs a withdrawal; null on an issue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignatureView(String member, @Nullable String reasons, Instant signedAt) {}
