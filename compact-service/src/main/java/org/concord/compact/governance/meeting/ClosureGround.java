package org.concord.compact.governance.meeting;

/** Why an item may be taken without the public: the grounds that compacts enumerate, and no other. */
public enum ClosureGround {
    LITIGATION,
    PERSONNEL,
    CONTRACT_NEGOTIATION,
    TRADE_SECRETS,
    PRIVACY
}
