/**
 * ledger-service: what it all adds up to. One book per agreement holds money and goods in one double entry;
 * {@code book} keeps it, {@code posting} says what each business event writes, {@code charge} computes what an award
 * costs each member, {@code budget} is a member's appropriation, {@code transparency} is the book as it is read, and
 * {@code policy} says who may do what.
 */
@NullMarked
package org.concord.ledger;

import org.jspecify.annotations.NullMarked;
