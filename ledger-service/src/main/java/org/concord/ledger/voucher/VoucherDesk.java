package org.concord.ledger.voucher;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.DocumentCodes;
import org.concord.ledger.book.JournalVoucher;
import org.concord.ledger.book.Sha256;
import org.concord.ledger.policy.LedgerOperation;
import org.jspecify.annotations.Nullable;

/**
 * Makes commands of vouchers for the caller at the door: whose accounts they may touch, and under which key they are known
 * for ever.
 */
@Singleton
class VoucherDesk {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final int LONGEST_KEY = 255;

    private final Access access;

    VoucherDesk(Access access) {
        this.access = access;
    }

    /** The caller's window at the desk for one book. */
    static final class Window {
        private final String scope;
        private final @Nullable String member;

        private Window(Caller caller) {
            this.member = caller.member();
            this.scope = scope(caller);
        }

        /**
         * The command that a voucher stands for.
         *
         * @param at what stands before the pointers of its faults
         * @throws ProblemException {@code account-not-yours}, {@code idempotency-key-missing}
         */
        JournalVoucher command(VoucherReader.Read read, @Nullable String key, String at) {
            CommandKey known = new CommandKey(CommandKey.REQUEST, source(requireKey(key, at)), JournalVoucher.RULE);
            for (int i = 0; i < read.lines().size(); i++) {
                requireHolder(read.lines().get(i).account(), at + "/lines/" + i + "/account");
            }
            String document = read.document();
            return new JournalVoucher(
                    known, read.effectiveOn(), read.lines(), document == null ? null : DocumentCodes.of(document));
        }

        /** A member's treasurer keeps its accounts, the commission's staff the commission's and the agreement's. */
        void requireHolder(String account, String pointer) {
            String[] parts = account.split("/", 4);
            String holder = parts.length > 2 ? parts[2] : "";
            boolean common = holder.equals(AccountKey.COMMISSION) || holder.equals(AccountKey.AGREEMENT);
            boolean mine = member == null ? common : holder.equals(member);
            // A code that is no account's is the book's to refuse.
            if (!mine && !holder.isEmpty()) {
                throw new ProblemException(
                        VoucherProblem.ACCOUNT_NOT_YOURS,
                        "You keep the accounts of " + (member == null ? "the commission" : member) + ".",
                        List.of(Violation.at(pointer, "account-not-yours", "belongs to " + holder)));
            }
        }

        /** A key that is a UUID stands in the record as it is; any other is hashed, since a record holds no free text. */
        private String source(String key) {
            return UUID_FORM.matcher(key).matches() ? key + "." + scope : Sha256.hex(key) + "." + scope;
        }
    }

    /**
     * Lets the caller to the desk.
     *
     * @throws ProblemException what {@link Access#require} refuses
     */
    Window open(UUID book) {
        return new Window(access.require(LedgerOperation.POST_VOUCHER, book));
    }

    private static String requireKey(@Nullable String key, String at) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    KitProblem.IDEMPOTENCY_KEY_MISSING,
                    "Make a key, such as a UUID, per voucher; at most " + LONGEST_KEY + " characters.",
                    at.isEmpty() ? List.of() : List.of(Violation.at(at + "/key", "required", "names the voucher")));
        }
        return key;
    }

    /** Eight bytes suffice to tell callers of one service apart who chose the same key. */
    private static String scope(Caller caller) {
        byte[] digest = Sha256.of(caller.subject() + "\n" + caller.actingFor().orElse("-") + "\npost-voucher");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 8));
    }
}
