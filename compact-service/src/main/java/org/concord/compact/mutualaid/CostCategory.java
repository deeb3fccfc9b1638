package org.concord.compact.mutualaid;

/** What help costs. The last one is known so that it can be refused by name: Article IX leaves it with its own state. */
public enum CostCategory {
    PERSONNEL,
    TRAVEL,
    EQUIPMENT,
    COMMODITIES,
    OTHER,
    WORKERS_COMPENSATION
}
