package org.concord.verifier.seal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.json.NotCanonical;
import org.concord.verifier.json.PublicJson;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.proof.TlogProof;
import org.concord.verifier.text.Strict;

/**
 * The file that shows one balance of a sealed period: the balance with its salt, its path to the seal's root, the seal
 * as the book noted it, and the proof that the book did.
 *
 * @param salt 64 hex digits
 * @param index where the balance stands under the seal, from 0
 * @param size how many balances the seal has
 * @param path from the balance's sibling up
 * @param seal the leaf of kind PERIOD_SEALED, as it was hashed
 * @param tlogProof the proof file of that leaf
 */
public record BalanceProof(
        String period,
        Balance balance,
        String salt,
        long index,
        long size,
        List<byte[]> path,
        String seal,
        String tlogProof) {

    /** Far more than a path, a seal and a witnessed checkpoint need. */
    private static final int LONGEST = 4 << 20;

    public BalanceProof {
        path = List.copyOf(path);
    }

    /** The proof of an opened balance. */
    public static BalanceProof of(String period, BalanceSeal.Opening opening, String seal, TlogProof proof) {
        return new BalanceProof(
                period,
                opening.balance(),
                opening.salt(),
                opening.index(),
                opening.size(),
                opening.path(),
                seal,
                proof.format());
    }

    /** The file. */
    public Json toJson() {
        return Json.object()
                .put("period", period)
                .put("account", balance.account())
                .put("debits", balance.debits())
                .put("credits", balance.credits())
                .put("salt", salt)
                .put("index", index)
                .put("size", size)
                .put(
                        "proof",
                        Json.array(
                                path.stream().map(Strict::base64).map(Json::of).toList()))
                .put("seal", seal)
                .put("tlogProof", tlogProof)
                .build();
    }

    /** Reads the file, in whatever layout its JSON has. @throws ProofRejected when it is none */
    public static BalanceProof parse(String file) {
        if (file.length() > LONGEST) {
            throw new ProofRejected("a balance proof of more than 4 MiB");
        }
        try {
            if (!(PublicJson.read(file) instanceof PublicJson.Obj object)
                    || !(object.get("proof") instanceof PublicJson.Arr path)) {
                throw new ProofRejected("a balance proof is an object with a list called proof");
            }
            return new BalanceProof(
                    text(object, "period"),
                    new Balance(text(object, "account"), number(object, "debits"), number(object, "credits")),
                    text(object, "salt"),
                    number(object, "index"),
                    number(object, "size"),
                    path.items().stream().map(BalanceProof::hash).toList(),
                    text(object, "seal"),
                    text(object, "tlogProof"));
        } catch (IllegalArgumentException malformed) {
            throw new ProofRejected("a balance proof is malformed: " + malformed.getMessage());
        }
    }

    private static String text(PublicJson.Obj object, String name) {
        if (object.get(name) instanceof PublicJson.Str text) {
            return text.value();
        }
        throw new IllegalArgumentException(name + " is missing or no text");
    }

    private static long number(PublicJson.Obj object, String name) {
        if (object.get(name) instanceof PublicJson.Num number) {
            return Strict.decimal(number.text());
        }
        throw new IllegalArgumentException(name + " is missing or no number");
    }

    private static byte[] hash(PublicJson.Value value) {
        if (value instanceof PublicJson.Str text) {
            return Strict.base64(text.value());
        }
        throw new IllegalArgumentException("a hash of the proof is no text");
    }

    /**
     * Checks balance, seal and the seal's place in the book.
     *
     * @return the checkpoint under which the seal stands
     * @throws ProofRejected when the balance is not the one that was sealed
     * @throws org.concord.verifier.note.NoteRejected when the checkpoint is not signed or witnessed as demanded
     */
    public TrustPolicy.Trusted verify(TrustPolicy policy) {
        byte[] leaf = seal.getBytes(StandardCharsets.UTF_8);
        Json.Obj noted = noted(leaf);
        if (!salt.matches("[0-9a-f]{64}")) {
            throw new ProofRejected("a salt is 64 hex digits");
        }
        try {
            if (!noted.text("kind").equals("PERIOD_SEALED")
                    || !noted.text("period").equals(period)) {
                throw new ProofRejected("the leaf that is shown seals no period called " + Strict.shortened(period));
            }
            if (noted.integer("accounts") != size) {
                throw new ProofRejected(
                        "the seal has " + noted.integer("accounts") + " balances, and the proof speaks of " + size);
            }
            byte[] root = HexFormat.of().parseHex(noted.text("root"));
            Inclusion.verify(index, size, Hashing.leaf(balance.leaf(period, salt)), path, root);
        } catch (IllegalArgumentException incomplete) {
            throw new ProofRejected("the seal is incomplete: " + incomplete.getMessage());
        }
        return TlogProof.parse(tlogProof).verify(leaf, policy);
    }

    private static Json.Obj noted(byte[] leaf) {
        try {
            if (CanonicalJson.read(leaf) instanceof Json.Obj object) {
                return object;
            }
        } catch (NotCanonical other) {
            throw new ProofRejected("the seal is not canonical: " + other.getMessage());
        }
        throw new ProofRejected("the seal is no object");
    }
}
