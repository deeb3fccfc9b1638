/**
 * What each member does: who may act for it ({@code mandate}), what it needs ({@code demand}) and what it buys
 * ({@code order}). {@code jurisdiction} holds the 56 that may be members; {@code policy} is the one table of who may do
 * what. What members decide together lives in compact-service, what it all adds up to in ledger-service; both reach us
 * by events only.
 */
@NullMarked
package org.concord.member;

import org.jspecify.annotations.NullMarked;
