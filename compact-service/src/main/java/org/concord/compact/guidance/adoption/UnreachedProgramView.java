package org.concord.compact.guidance.adoption;

/**
 * A program or plan that stays as it is, whatever a state does.
 *
 * @param reason why a state's act does not reach it
 * @param citation the law that says so
 */
public record UnreachedProgramView(String code, String name, String reason, String citation) {}
