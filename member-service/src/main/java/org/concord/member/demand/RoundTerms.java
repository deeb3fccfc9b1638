package org.concord.member.demand;

/**
 * What decides the doses of one member in one round.
 *
 * @param cvx vaccine product code, two or three digits, leading zero kept
 * @param itemName the product in words
 * @param packaging the smallest package
 * @param population the member's inhabitants, as the round was opened
 */
record RoundTerms(String cvx, String itemName, Packaging packaging, long population) {}
