package org.concord.compact.governance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those may ask of ballots who rest something on their results. Callers bring the transaction. */
@ApplicationScoped
public class BallotRegister {

    private final BallotDesk desk;
    private final Ballots ballots;

    BallotRegister(BallotDesk desk, Ballots ballots) {
        this.desk = desk;
        this.ballots = ballots;
    }

    /**
     * What a ballot was about and how it ended.
     *
     * @param result null while it is open
     */
    public record Decided(Matter matter, @Nullable BallotResult result) {

        /** Whether what was asked is now so. */
        public boolean carried() {
            return result != null && result.carried();
        }
    }

    /** The agreement whose members vote in it; empty for an unknown one. */
    public Optional<UUID> agreementOf(UUID ballotId) {
        return ballots.agreementOf(ballotId);
    }

    /** The ballot as of now, closed by this look if its hour has come; empty for an unknown one or another agreement's. */
    public Optional<Decided> decided(UUID agreementId, UUID ballotId) {
        return ballots.agreementOf(ballotId)
                .filter(agreementId::equals)
                .flatMap(agreement -> desk.settled(ballotId))
                .map(view -> new Decided(view.matter(), view.result()));
    }
}
