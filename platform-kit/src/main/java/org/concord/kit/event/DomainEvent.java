package org.concord.kit.event;

/** Marks a published record: a fact in the past tense, immutable, additive in its changes. */
public interface DomainEvent {}
