/**
 * Who may act for a member, from when until when, and up to what amount. Commission staff register mandates in batches on
 * the member's certified instrument; nobody grants a mandate to oneself through the API. Each one leaves as
 * {@code MandateGranted} and is fed to this service's own policy projection in the same transaction, so that a mandate
 * that was answered with 201 counts from that moment on.
 *
 * <p>A mandate is never edited. Start at {@link org.concord.member.mandate.MandateResource}.
 */
@NullMarked
package org.concord.member.mandate;

import org.jspecify.annotations.NullMarked;
