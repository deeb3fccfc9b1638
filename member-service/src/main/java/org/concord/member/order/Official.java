package org.concord.member.order;

/**
 * Somebody who acted for the member: a person, or its ERP's service account.
 *
 * @param subject the account's identifier, by which two acts are known to be one person's
 * @param username the account's name, for reading
 */
record Official(String subject, String username) {}
