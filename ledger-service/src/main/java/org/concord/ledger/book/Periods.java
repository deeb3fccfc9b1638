package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.concord.ledger.book.Proposal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a book and their laws: they do not overlap, they are sealed in order, and what is dated at or before
 * the last sealed day is over. A date that no period covers is free.
 */
final class Periods {

    private final TreeMap<LocalDate, Period> byFirstDay = new TreeMap<>();

    /** The last day that is sealed; null before the first seal. */
    private @Nullable LocalDate watermark;

    Periods(List<Period> known) {
        known.forEach(this::put);
    }

    void put(Period period) {
        byFirstDay.put(period.from(), period);
        LocalDate sealed = watermark;
        if (period.status() == Period.Status.SEALED
                && (sealed == null || period.through().isAfter(sealed))) {
            watermark = period.through();
        }
    }

    List<Period> all() {
        return List.copyOf(byFirstDay.values());
    }

    Optional<Period> named(String code) {
        return byFirstDay.values().stream()
                .filter(period -> period.code().equals(code))
                .findFirst();
    }

    /** Why an entry under that rule may not bear that date; empty when it may. */
    Optional<Refusal> whyNot(LocalDate effectiveOn, String rule) {
        if (isSealed(effectiveOn)) {
            return Optional.of(Refusal.of(
                    PostingProblem.PERIOD_SEALED,
                    effectiveOn + " is sealed: all is sealed through " + watermark + "."));
        }
        var before = byFirstDay.floorEntry(effectiveOn);
        boolean closing = before != null
                && before.getValue().contains(effectiveOn)
                && before.getValue().status() == Period.Status.CLOSING;
        if (closing && !rule.equals(Entry.REVERSAL) && !rule.startsWith(Entry.YEAR_END)) {
            return Optional.of(Refusal.of(
                    PostingProblem.PERIOD_CLOSING,
                    "The period " + before.getValue().code() + " is closing: it takes reversals and the year's end."));
        }
        return Optional.empty();
    }

    private boolean isSealed(LocalDate date) {
        LocalDate sealed = watermark;
        return sealed != null && !date.isAfter(sealed);
    }

    /** Why that period may not be opened; empty when it may. */
    Optional<Refusal> whyNotOpen(Period asked) {
        if (isSealed(asked.from())) {
            return Optional.of(Refusal.of(
                    PostingProblem.PERIOD_SEALED,
                    asked.from() + " is sealed: all is sealed through " + watermark + "."));
        }
        return byFirstDay.values().stream()
                .filter(known -> known.code().equals(asked.code())
                        || known.contains(asked.from())
                        || asked.contains(known.from()))
                .findFirst()
                .map(known -> Refusal.of(
                        PostingProblem.PERIOD_TAKEN,
                        "The period " + known.code() + " runs from " + known.from() + " through " + known.through()
                                + "."));
    }

    /** Why that period may not begin to close; empty when it may. */
    Optional<Refusal> whyNotClose(String code) {
        return whyNotAt(code, Period.Status.OPEN);
    }

    /** Why that period may not be sealed; empty when it may. */
    Optional<Refusal> whyNotSeal(String code) {
        Optional<Refusal> early = whyNotAt(code, Period.Status.CLOSING);
        if (early.isPresent()) {
            return early;
        }
        Period period = named(code).orElseThrow();
        return byFirstDay.headMap(period.from()).values().stream()
                .filter(before -> before.status() != Period.Status.SEALED)
                .findFirst()
                .map(before -> Refusal.of(
                        PostingProblem.PERIOD_OUT_OF_ORDER,
                        "The period " + before.code() + " comes before and is not sealed yet."));
    }

    private Optional<Refusal> whyNotAt(String code, Period.Status due) {
        Optional<Period> period = named(code);
        if (period.isEmpty()) {
            return Optional.of(
                    Refusal.of(PostingProblem.PERIOD_UNKNOWN, "This book has no period called " + code + "."));
        }
        Period.Status status = period.get().status();
        if (status == due) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                due == Period.Status.OPEN ? PostingProblem.PERIOD_NOT_OPEN : PostingProblem.PERIOD_NOT_CLOSING,
                "The period " + code + " is " + status.name().toLowerCase(Locale.ROOT) + "."));
    }
}
