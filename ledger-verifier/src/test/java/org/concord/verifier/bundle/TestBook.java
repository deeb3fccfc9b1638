package org.concord.verifier.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteSignature;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.seal.Balance;
import org.concord.verifier.seal.BalanceSeal;

/** Writes the leaves of small books, honest ones and, where a test says so, others. Made-up figures throughout. */
final class TestBook {

    static final String ORIGIN = "ledger.example/alliance";
    static final SigningKey LOG = key(ORIGIN, SignatureType.ED25519, 1);
    static final SigningKey LOG_PQ = key(ORIGIN, SignatureType.COSIGNATURE_ML_DSA_44, 2);
    static final SigningKey MD = key("witness.md.example", SignatureType.COSIGNATURE_ED25519, 3);
    static final SigningKey NY = key("witness.ny.example", SignatureType.COSIGNATURE_ML_DSA_44, 4);
    static final SigningKey CT = key("witness.ct.example", SignatureType.COSIGNATURE_ED25519, 5);
    static final TrustPolicy POLICY = TrustPolicy.parse(
            """
            log %s
            log %s
            witness MD %s
            witness NY %s
            witness CT %s
            group states 2 MD NY CT
            quorum states
            """.formatted(LOG.verifier(), LOG_PQ.verifier(), MD.verifier(), NY.verifier(), CT.verifier()));

    final List<byte[]> leaves = new ArrayList<>();
    final SortedMap<String, byte[]> sealSecrets = new TreeMap<>();
    private final UUID book = new UUID(7, 7);
    private Instant now = Instant.parse("2026-07-01T12:00:00Z");
    private int accounts;

    static SigningKey key(String name, SignatureType type, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SigningKey.ofSeed(name, type, bytes);
    }

    TestBook() {
        leaf(
                "BOOK_OPENED",
                Json.object()
                        .put("code", "ALLIANCE")
                        .put("type", "COOPERATIVE_CONTRACT")
                        .put("lead", "MD"));
    }

    long size() {
        return leaves.size();
    }

    TestBook at(Instant instant) {
        now = instant;
        return this;
    }

    long leaf(String kind, Json.Builder facts) {
        now = now.plusMillis(17);
        return raw(facts.put("v", 1)
                .put("book", book.toString())
                .put("seq", leaves.size())
                .put("kind", kind)
                .put("recordedAt", now.toString())
                .build());
    }

    long raw(Json.Obj leaf) {
        leaves.add(CanonicalJson.write(leaf));
        return leaves.size() - 1L;
    }

    /** The leaf as a value, to be changed and written back. */
    Json.Obj read(long seq) {
        return (Json.Obj) CanonicalJson.read(leaves.get((int) seq));
    }

    /** Replaces one member of a leaf; null leaves it out. */
    void change(long seq, String member, Json value) {
        leaves.set((int) seq, CanonicalJson.write(with(read(seq), member, value)));
    }

    static Json.Obj with(Json.Obj object, String member, Json value) {
        Json.Builder changed = Json.object();
        object.members().forEach((key, old) -> {
            if (!key.equals(member)) {
                changed.put(key, old);
            }
        });
        if (value != null) {
            changed.put(member, value);
        }
        return changed.build();
    }

    // ---- What a book consists of ----------------------------------------------------------------------------------

    long account(String code, String normalSide, Long floor) {
        String[] part = code.split("/", -1);
        Json.Builder facts = Json.object()
                .put("account", code)
                .put("no", accounts++)
                .put("unit", part[0])
                .put("basis", part[1])
                .put("holder", part[2])
                .put("purpose", part[5])
                .put("normalSide", normalSide);
        if (!part[3].equals("-")) {
            facts.put("fund", part[3]);
        }
        if (!part[4].equals("-")) {
            facts.put("year", Long.parseLong(part[4]));
        }
        if (part.length > 6) {
            facts.put("counterparty", part[6]);
        }
        if (floor != null) {
            facts.put("floor", floor);
        }
        return leaf("ACCOUNT_OPENED", facts);
    }

    static Json.Builder line(String account, String side, long amount) {
        return Json.object().put("account", account).put("side", side).put("amount", amount);
    }

    static Json.Builder debit(String account, long amount) {
        return line(account, "DEBIT", amount);
    }

    static Json.Builder credit(String account, long amount) {
        return line(account, "CREDIT", amount);
    }

    static Json.Builder bound(Json.Builder line, UUID order, String part) {
        return line.put("order", order.toString()).put("part", part);
    }

    static Json opening(UUID order, String part) {
        return Json.object()
                .put("order", order.toString())
                .put("part", part)
                .put("doses", 10)
                .put("sharedCents", 0)
                .build();
    }

    static Json.Builder facts(String rule, String on, Json.Builder... lines) {
        List<Json.Obj> built = new ArrayList<>();
        for (Json.Builder line : lines) {
            built.add(line.build());
        }
        return Json.object()
                .put(
                        "entry",
                        UUID.nameUUIDFromBytes(on.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("rule", rule)
                .put("source", Json.object().put("type", "TEST").put("id", "1").build())
                .put("effectiveOn", on)
                .put("lines", Json.array(built));
    }

    long entry(String rule, String on, Json.Builder... lines) {
        return leaf("ENTRY", facts(rule, on, lines));
    }

    long reversal(long of, String on) {
        List<Json> lines = new ArrayList<>();
        for (Json each : read(of).array("lines")) {
            Json.Obj line = (Json.Obj) each;
            lines.add(with(line, "side", Json.of(line.text("side").equals("DEBIT") ? "CREDIT" : "DEBIT")));
        }
        return leaf("ENTRY", facts("REVERSAL", on).put("reverses", of).build(), Json.array(lines));
    }

    private long leaf(String kind, Json.Obj facts, Json lines) {
        Json.Builder changed = Json.object();
        facts.members().forEach((key, value) -> {
            if (!key.equals("lines")) {
                changed.put(key, value);
            }
        });
        return leaf(kind, changed.put("lines", lines));
    }

    long period(String code, String from, String through) {
        return leaf(
                "PERIOD_OPENED",
                Json.object().put("period", code).put("from", from).put("through", through));
    }

    long closing(String code) {
        return leaf("PERIOD_CLOSING", Json.object().put("period", code));
    }

    /** Seals by adding up all lines once more, without any of the verifier's cleverness. */
    long seal(String code, String through) {
        byte[] secret = new byte[32];
        secret[0] = (byte) code.hashCode();
        sealSecrets.put(code, secret);
        BalanceSeal seal = seal(code, through, secret);
        return leaf(
                "PERIOD_SEALED",
                Json.object()
                        .put("period", code)
                        .put("through", through)
                        .put("accounts", seal.size())
                        .put("root", seal.rootHex()));
    }

    BalanceSeal seal(String code, String through, byte[] secret) {
        Map<String, long[]> sums = new TreeMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            Json.Obj leaf = read(i);
            if (leaf.text("kind").equals("ENTRY")
                    && !LocalDate.parse(leaf.text("effectiveOn")).isAfter(LocalDate.parse(through))) {
                for (Json each : leaf.array("lines")) {
                    Json.Obj line = (Json.Obj) each;
                    sums.computeIfAbsent(line.text("account"), account -> new long[2])[
                                    line.text("side").equals("DEBIT") ? 0 : 1] +=
                            line.integer("amount");
                }
            }
        }
        return new BalanceSeal(
                code,
                secret,
                sums.entrySet().stream()
                        .map(sum -> new Balance(sum.getKey(), sum.getValue()[0], sum.getValue()[1]))
                        .toList());
    }

    // ---- What is made of it ---------------------------------------------------------------------------------------

    Checkpoint checkpoint() {
        Frontier frontier = Frontier.empty();
        leaves.forEach(leaf -> frontier.append(Hashing.leaf(leaf)));
        return Checkpoint.of(ORIGIN, leaves.size(), frontier.root());
    }

    Note note(SigningKey... signers) {
        Checkpoint checkpoint = checkpoint();
        List<NoteSignature> lines = new ArrayList<>();
        for (SigningKey signer : signers) {
            lines.add(signer.sign(checkpoint, 1_782_000_000L));
        }
        return new Note(checkpoint.body(), lines);
    }

    Note note() {
        return note(LOG, LOG_PQ, MD, NY);
    }

    byte[] bundle() {
        return bundle(note(), BundleWriter.Packing.STORED);
    }

    byte[] bundle(Note note, BundleWriter.Packing packing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BundleWriter.write(out, note, leaves.iterator(), sealSecrets, packing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    // ---- An honest book with something of everything --------------------------------------------------------------

    static final String AUTHORITY = "USD/BUDGET/MD/GEN/2026/AUTHORITY";
    static final String AVAILABLE = "USD/BUDGET/MD/GEN/2026/AVAILABLE";
    static final String PRE_ENCUMBERED = "USD/BUDGET/MD/GEN/2026/PRE_ENCUMBERED";
    static final String ENCUMBERED = "USD/BUDGET/MD/GEN/2026/ENCUMBERED";
    static final String EXPENDED = "USD/BUDGET/MD/GEN/2026/EXPENDED_UNPAID";
    static final String DUES = "USD/ACTUAL/MD/GEN/-/EXPENSE_DUES";
    static final String DUE_TO = "USD/ACTUAL/MD/GEN/-/DUE_TO/COMM:OPS";
    static final String DUE_FROM = "USD/ACTUAL/COMM/OPS/-/DUE_FROM/MD:GEN";
    static final String REVENUE = "USD/ACTUAL/COMM/OPS/-/REVENUE_DUES";
    static final UUID ORDER = new UUID(0x123456789abcdefL, 0x8edcba9876543210L);

    static TestBook honest() {
        TestBook book = new TestBook();
        book.account(AUTHORITY, "DEBIT", null);
        book.account(AVAILABLE, "CREDIT", 0L);
        book.account(PRE_ENCUMBERED, "CREDIT", 0L);
        book.account(ENCUMBERED, "CREDIT", 0L);
        book.account(EXPENDED, "CREDIT", 0L);
        book.account(DUES, "DEBIT", null);
        book.account(DUE_TO, "CREDIT", 0L);
        book.account(DUE_FROM, "DEBIT", 0L);
        book.account(REVENUE, "CREDIT", null);
        book.period("2026-Q3", "2026-07-01", "2026-09-30");
        book.entry("APPROPRIATION", "2026-07-01", debit(AUTHORITY, 100_000), credit(AVAILABLE, 100_000));
        book.leaf(
                "ENTRY",
                facts(
                                "REQUISITION",
                                "2026-07-02",
                                debit(AVAILABLE, 40_000),
                                bound(credit(PRE_ENCUMBERED, 40_000), ORDER, "requisition"))
                        .put("opens", Json.array(List.of(opening(ORDER, "requisition")))));
        book.leaf(
                "ENTRY",
                facts(
                                "ORDER",
                                "2026-07-03",
                                bound(debit(PRE_ENCUMBERED, 40_000), ORDER, "requisition"),
                                bound(credit(ENCUMBERED, 38_000), ORDER, "goods"),
                                credit(AVAILABLE, 2_000))
                        .put("opens", Json.array(List.of(opening(ORDER, "goods")))));
        book.entry("RECEIPT", "2026-08-10", bound(debit(ENCUMBERED, 8_000), ORDER, "goods"), credit(EXPENDED, 8_000));
        book.entry(
                "DUES",
                "2026-08-11",
                debit(DUES, 2_500),
                credit(DUE_TO, 2_500),
                debit(DUE_FROM, 2_500),
                credit(REVENUE, 2_500));
        long wrong = book.entry("ALLOTMENT", "2026-10-02", debit(AUTHORITY, 5_000), credit(AVAILABLE, 5_000));
        book.period("2026-Q4", "2026-10-01", "2026-12-31");
        book.closing("2026-Q3");
        book.entry("YEAR_END_LAPSE", "2026-09-30", debit(AVAILABLE, 1), credit(AUTHORITY, 1));
        book.seal("2026-Q3", "2026-09-30");
        book.reversal(wrong, "2026-10-03");
        book.leaf("FLOOR_CHANGED", Json.object().put("account", REVENUE).put("floor", 100));
        book.leaf("FLOOR_CHANGED", Json.object().put("account", REVENUE));
        book.leaf("FORMULA_RUN", charges());
        return book;
    }

    private static Json.Builder charges() {
        List<Json> members = new ArrayList<>();
        members.add(member("MD", 6_200_000, 1_000, 250_000));
        members.add(member("NY", 19_600_000, 3_000, 750_000));
        List<Json> result = new ArrayList<>();
        result.add(charged("MD", 1_500, 1_000, 24_516, 277_016, 24_031));
        result.add(charged("NY", 4_500, 3_000, 75_484, 832_984, 75_969));
        return Json.object()
                .put("rule", "CHARGES")
                .put("source", Json.object().put("type", "AWARD").put("id", "1").build())
                .put(
                        "formulas",
                        Json.array(List.of(
                                        "pooled-charges/1",
                                        "requisition-at-ceiling/1",
                                        "call-off/1",
                                        "half-up/1",
                                        "largest-remainder/1",
                                        "cost-share/half-population-half-volume/1",
                                        "cost-share/per-capita/1")
                                .stream()
                                .map(Json::of)
                                .toList()))
                .put(
                        "inputs",
                        Json.object()
                                .put("operationsFee", "0.60%")
                                .put("capitalFee", "0.40%")
                                .put("sharedCostCents", 100_000)
                                .put("sharedCostFormula", "HALF_POPULATION_HALF_VOLUME")
                                .put("requisitionCeilingUnitCents", 260)
                                .put("requisitionSharedCostFormula", "PER_CAPITA")
                                .put("members", Json.array(members))
                                .build())
                .put("result", Json.array(result));
    }

    private static Json member(String code, long population, long doses, long goodsCents) {
        return Json.object()
                .put("member", code)
                .put("population", population)
                .put("doses", doses)
                .put("goodsCents", goodsCents)
                .build();
    }

    private static Json charged(String code, long ops, long cap, long shared, long total, long reserved) {
        return Json.object()
                .put("member", code)
                .put("operationsFeeCents", ops)
                .put("capitalFeeCents", cap)
                .put("sharedCents", shared)
                .put("totalCents", total)
                .put("requisitionSharedCents", reserved)
                .build();
    }
}
