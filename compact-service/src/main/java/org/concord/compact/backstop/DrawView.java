package org.concord.compact.backstop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draw as it is shown; amounts in US cents.
 *
 * @param federalCents what the federal program has paid for the same thing since
 * @param duplicateCents what was paid twice: never more than was drawn
 * @param recoveredCents what of that has gone back
 * @param dueCents what still has to
 * @param reasons why it was refused; null unless it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrawView(
        UUID id,
        UUID poolId,
        UUID lapseId,
        String member,
        DrawStage stage,
        String purpose,
        long amountCents,
        long federalCents,
        long duplicateCents,
        long recoveredCents,
        long dueCents,
        List<MovementView> movements,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String reasons,
        int version) {

    /** Money that came from the federal program, or went back to the pool. */
    public record MovementView(
            int number, String kind, long cents, String document, LocalDate movedOn, Instant recordedAt) {}
}
