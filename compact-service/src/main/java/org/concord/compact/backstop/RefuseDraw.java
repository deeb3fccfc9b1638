package org.concord.compact.backstop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Refuses a draw, with reasons. */
public record RefuseDraw(@NotBlank @Size(max = 1000) String reasons) {}
