package org.concord.compact.surveillance.picture;

/** How sure a case is, as members report it. */
public enum CaseStatus {
    CONFIRMED,
    PROBABLE,
    SUSPECT
}
