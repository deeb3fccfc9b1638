package org.concord.ledger.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.BookState;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Decision;
import org.concord.ledger.book.Entry;
import org.concord.ledger.charge.AwardMade;
import org.concord.ledger.charge.ChargeRun;
import org.concord.ledger.charge.MemberShare;

/** Sample data for tests: scenario A's award as compact-service tells it, and a book in memory to post it to. */
public final class Facts {

    public static final LocalDate ON = LocalDate.of(2026, 7, 1);
    public static final Instant AT = Instant.parse("2026-07-01T12:00:00Z");
    public static final int YEAR = 2026;
    public static final String FUND = "GEN";

    private static final String[][] SCENARIO_A = {
        {"CA", "39538223", "150250"}, {"CO", "5773714", "24250"}, {"CT", "3605944", "14430"},
        {"DE", "989948", "4460"}, {"GU", "153836", "930"}, {"HI", "1455271", "6410"},
        {"IL", "12812508", "52540"}, {"MA", "7029917", "25310"}, {"MD", "6177224", "24710"},
        {"NC", "10439388", "33410"}, {"NJ", "9288994", "39950"}, {"NY", "20201249", "105050"},
        {"OR", "4237256", "19500"}, {"RI", "1097379", "4280"}, {"WA", "7705281", "36990"},
    };

    private Facts() {}

    /** Scenario A's award: 542,470 doses of MMR at 22.40 US dollars from ALPHA, led by WA. */
    public static AwardMade scenarioA(UUID award, UUID agreement) {
        List<AwardMade.Member> members = new ArrayList<>();
        for (String[] row : SCENARIO_A) {
            long doses = Long.parseLong(row[2]);
            members.add(new AwardMade.Member(row[0], Long.parseLong(row[1]), doses, doses * 2240));
        }
        return new AwardMade(
                award,
                new UUID(1, 2),
                agreement,
                "WA",
                new AwardMade.Item("03"),
                "ALPHA",
                542_470,
                1_215_132_800,
                members,
                new AwardMade.Fees("0.60%", "0.40%"),
                22_800_000,
                "HALF_POPULATION_HALF_VOLUME",
                new AwardMade.Requisition(2480, "PER_CAPITA"),
                ON);
    }

    /** A book in memory that commands are put to one after the other. */
    static final class Desk {
        final UUID agreement = new UUID(7, 1);
        final UUID award = new UUID(7, 2);
        final BookState book;
        final ChargeRun run = ChargeRun.of(scenarioA(award, agreement));
        private final Random ids = new Random(1);

        Desk() {
            this.book = BookState.empty(agreement, AT);
        }

        private Desk(BookState book) {
            this.book = book;
        }

        /** The same desk over another book. */
        Desk on(BookState other) {
            return new Desk(other);
        }

        MemberShare share(String member) {
            return run.share(member).orElseThrow();
        }

        Decision decide(Command command) {
            return book.apply(command, new UUID(ids.nextLong(), ids.nextLong()), AT);
        }

        Entry post(Command command) {
            Decision decision = decide(command);
            if (decision instanceof Decision.Accepted accepted) {
                book.fold(accepted);
                return accepted.entry();
            }
            throw new AssertionError("refused: " + decision);
        }

        void award() {
            post(run);
            post(new BusinessEvent.Awarded(award, run.item(), run.doses(), run.goodsCents(), ON));
            run.members()
                    .forEach((member, part) -> post(new BusinessEvent.Allocated(
                            award, run.item(), member, part.charge().doses(), ON)));
        }

        void appropriate(String member, long cents) {
            post(new BusinessEvent.AppropriationCertified(member, FUND, YEAR, cents, "APPR-" + member, ON));
            post(new BusinessEvent.AllotmentMade(member, FUND, YEAR, cents, "ALLOT-" + member, ON));
        }

        Command requisition(UUID order, String member, long doses) {
            return new BusinessEvent.Requisitioned(order, share(member), FUND, YEAR, doses, ON);
        }

        Command order(UUID order, String member, long doses) {
            return new BusinessEvent.Ordered(order, share(member), FUND, YEAR, doses, "PO-1", ON);
        }

        long net(AccountKey key) {
            return book.account(key).orElseThrow().net();
        }
    }
}
