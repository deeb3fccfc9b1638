package org.concord.ledger.charge;

import static org.concord.ledger.jdbc.Database.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.kit.event.Outbox;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.jdbc.Database.Column;
import org.concord.verifier.formula.CostShare;
import org.concord.verifier.formula.Percent;
import org.concord.verifier.formula.PooledCharges;

/** The runs that were made, one per award. */
@ApplicationScoped
public class ChargeRuns {

    /** The topic of charges; its key is the award. */
    static final String TOPIC = "ledger.charge.v1";

    private final Database database;
    private final Outbox outbox;

    ChargeRuns(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** A run with its place in the book. */
    record Placed(ChargeRun run, long seq) {}

    /** Keeps and publishes a run that the book has noted, in the caller's transaction; once, however often it is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(ChargeRun run, long seq) {
        int kept = database.update(
                """
                insert into charge_run (award_id, book_id, round_id, lead, cvx, supplier, doses, goods_cents,
                                        operations_fee, capital_fee, shared_cost_cents, shared_cost_formula,
                                        ceiling_unit_cents, requisition_formula, seq)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint charge_run_pk do nothing""",
                run.award(),
                run.book(),
                run.round(),
                run.lead(),
                run.cvx(),
                run.supplier(),
                run.doses(),
                run.goodsCents(),
                run.formula().operations().toString(),
                run.formula().capital().toString(),
                run.formula().sharedCostCents(),
                run.formula().sharedCostFormula().name(),
                run.ceilingUnitCents(),
                run.requisitionFormula().name(),
                seq);
        if (kept == 0) {
            return;
        }
        List<Map.Entry<String, ChargeRun.Member>> members =
                List.copyOf(run.members().entrySet());
        List<PooledCharges.Charge> charges =
                members.stream().map(member -> member.getValue().charge()).toList();
        database.update(
                """
                insert into charge (award_id, member, population, doses, goods_cents, operations_fee_cents,
                                    capital_fee_cents, shared_cents, total_cents, requisition_shared_cents)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run.award(),
                Column.of("text", members.stream().map(Map.Entry::getKey).toList()),
                Column.of(
                        "bigint",
                        members.stream()
                                .map(member -> member.getValue().population())
                                .toList()),
                Column.of(
                        "bigint",
                        charges.stream().map(PooledCharges.Charge::doses).toList()),
                Column.of(
                        "bigint",
                        charges.stream().map(PooledCharges.Charge::goodsCents).toList()),
                Column.of(
                        "bigint",
                        charges.stream()
                                .map(PooledCharges.Charge::operationsFeeCents)
                                .toList()),
                Column.of(
                        "bigint",
                        charges.stream()
                                .map(PooledCharges.Charge::capitalFeeCents)
                                .toList()),
                Column.of(
                        "bigint",
                        charges.stream().map(PooledCharges.Charge::sharedCents).toList()),
                Column.of(
                        "bigint",
                        charges.stream().map(PooledCharges.Charge::totalCents).toList()),
                Column.of(
                        "bigint",
                        members.stream()
                                .map(member -> member.getValue().requisitionSharedCents())
                                .toList()));
        outbox.publish(TOPIC, run.award().toString(), published(run, seq));
    }

    private static ChargeEvent published(ChargeRun run, long seq) {
        ChargesView view = ChargesView.of(run, seq);
        return new ChargeEvent.ChargesComputed(
                run.award(),
                run.book(),
                seq,
                view.formulas(),
                view.sharedCostFormula(),
                view.totalCents(),
                view.members());
    }

    /** The run for an award, where the award has arrived. */
    public Optional<ChargeRun> find(UUID award) {
        return placed(award).map(Placed::run);
    }

    Optional<Placed> placed(UUID award) {
        return database.find("select * from charge_run where award_id = ?", row -> placed(row, members(award)), award);
    }

    private SortedMap<String, ChargeRun.Member> members(UUID award) {
        TreeMap<String, ChargeRun.Member> members = new TreeMap<>();
        database.query(
                        "select * from charge where award_id = ?",
                        row -> Map.entry(row.getString("member"), member(row)),
                        award)
                .forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static ChargeRun.Member member(ResultSet row) throws SQLException {
        return new ChargeRun.Member(
                row.getLong("population"),
                new PooledCharges.Charge(
                        row.getLong("doses"),
                        row.getLong("goods_cents"),
                        row.getLong("operations_fee_cents"),
                        row.getLong("capital_fee_cents"),
                        row.getLong("shared_cents"),
                        row.getLong("total_cents")),
                row.getLong("requisition_shared_cents"));
    }

    private static Placed placed(ResultSet row, SortedMap<String, ChargeRun.Member> members) throws SQLException {
        ChargeRun run = new ChargeRun(
                uuid(row, "award_id"),
                uuid(row, "book_id"),
                uuid(row, "round_id"),
                row.getString("lead"),
                row.getString("cvx"),
                row.getString("supplier"),
                row.getLong("doses"),
                row.getLong("goods_cents"),
                new PooledCharges(
                        Percent.parse(row.getString("operations_fee")),
                        Percent.parse(row.getString("capital_fee")),
                        row.getLong("shared_cost_cents"),
                        CostShare.named(row.getString("shared_cost_formula"))),
                row.getLong("ceiling_unit_cents"),
                CostShare.named(row.getString("requisition_formula")),
                members);
        return new Placed(run, row.getLong("seq"));
    }
}
