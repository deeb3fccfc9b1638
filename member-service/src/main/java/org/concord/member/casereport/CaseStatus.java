package org.concord.member.casereport;

/** How sure a case is, by the case definition of its condition. */
public enum CaseStatus {
    CONFIRMED,
    PROBABLE,
    SUSPECT
}
