package org.concord.kit.money;

/** An amount left the range in which every JSON reader is exact. */
public final class AmountOutOfRange extends ArithmeticException {

    AmountOutOfRange(String message) {
        super(message);
    }
}
