package org.concord.compact.mutualaid;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Orders the mission under the requesting member's own number. */
public record OrderMission(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")
        String missionOrder) {}
