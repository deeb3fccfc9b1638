package org.concord.compact.agreement;

import java.util.Locale;

/** A state's name as it is kept and shown: {@code NoticeRunning} is {@code NOTICE_RUNNING}. */
public final class StateNames {

    private StateNames() {}

    public static String of(Record state) {
        return state.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
