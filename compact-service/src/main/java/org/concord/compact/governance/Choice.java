package org.concord.compact.governance;

/** What a seat may say on a matter that came from outside: yes, or back with reasons; never another bidder. */
public enum Choice {
    CONCUR,
    SEND_BACK
}
