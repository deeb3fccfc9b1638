package org.concord.verifier.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.merkle.TileBuilder;
import org.concord.verifier.merkle.TileHashes;
import org.concord.verifier.merkle.TileSource;

/**
 * The seal of a period over all its balances, sorted by account code. Leaf i is canonical JSON with account, credits,
 * debits, period and salt; the salt is HMAC-SHA256 of the account's code under the seal's secret; the root is that of
 * RFC 6962 over these leaves. Immutable.
 */
public final class BalanceSeal {

    /** Bytes of a seal's secret. */
    public static final int SECRET_LENGTH = 32;

    private final String period;
    private final List<Balance> balances;
    private final Mac mac;
    private final TileHashes tree;
    private final byte[] root;

    /**
     * Seals a period.
     *
     * @param period its code
     * @param secret 32 bytes that only the service knows, drawn for this seal
     * @param balances of every account with a line dated in the period or before, each account once
     * @throws IllegalArgumentException for a secret of another length, or an account that comes twice
     */
    public BalanceSeal(String period, byte[] secret, Collection<Balance> balances) {
        if (secret.length != SECRET_LENGTH) {
            throw new IllegalArgumentException("a seal's secret has 32 bytes, not " + secret.length);
        }
        this.period = period;
        this.mac = mac(secret);
        List<Balance> sorted = new ArrayList<>(balances);
        sorted.sort(Comparator.comparing(Balance::account));
        this.balances = List.copyOf(sorted);
        Map<Tile, byte[]> tiles = new HashMap<>();
        TileBuilder builder = new TileBuilder(tiles::put);
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0 && sorted.get(i).account().equals(sorted.get(i - 1).account())) {
                throw new IllegalArgumentException(
                        "an account has one balance: " + sorted.get(i).account());
            }
            builder.append(
                    Hashing.leaf(sorted.get(i).leaf(period, salt(sorted.get(i).account()))));
        }
        tiles.putAll(builder.partials());
        this.tree = new TileHashes(sorted.size(), TileSource.of(tiles));
        this.root = tree.root(sorted.size());
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    /** How many balances are under the seal. */
    public int size() {
        return balances.size();
    }

    /** The root that the book notes. */
    public byte[] root() {
        return root.clone();
    }

    /** The root as the book writes it: 64 hex digits. */
    public String rootHex() {
        return HexFormat.of().formatHex(root);
    }

    /** What shows one balance under the seal's root. */
    public record Opening(Balance balance, String salt, int index, int size, List<byte[]> path) {
        public Opening {
            path = List.copyOf(path);
        }
    }

    /** Opens the balance of one account; empty when the account has no line dated through the period. */
    public synchronized Optional<Opening> open(String account) {
        for (int i = 0; i < balances.size(); i++) {
            if (balances.get(i).account().equals(account)) {
                return Optional.of(new Opening(
                        balances.get(i), salt(account), i, balances.size(), Inclusion.prove(i, balances.size(), tree)));
            }
        }
        return Optional.empty();
    }

    /** The period that is sealed. */
    public String period() {
        return period;
    }

    private String salt(String account) {
        return HexFormat.of().formatHex(mac.doFinal(account.getBytes(StandardCharsets.UTF_8)));
    }
}
