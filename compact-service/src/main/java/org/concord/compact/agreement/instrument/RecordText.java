package org.concord.compact.agreement.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Records the model text, or a member's enacted text; it takes the place of the one before, which is kept.
 *
 * @param articles in their order; 60 at most
 */
public record RecordText(@NotEmpty @Size(max = 60) List<@NotNull @Valid ArticleText> articles) {}
