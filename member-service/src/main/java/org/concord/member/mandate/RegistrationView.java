package org.concord.member.mandate;

/**
 * The answer to a registration.
 *
 * @param registered mandates that are new
 * @param alreadyRegistered entries that say what is registered already; nothing happened for them
 */
public record RegistrationView(int registered, int alreadyRegistered) {}
