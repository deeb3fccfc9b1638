/**
 * A person's session. {@link org.concord.gateway.session.SessionRoutes} holds the doors:
 * {@code /sign-in} starts the authorization code flow with PKCE at the identity provider,
 * {@code /session} tells the page who is signed in, {@code /sign-out} ends it here and there, and
 * {@code /back-channel-logout} is where the identity provider ends it when the person signed out elsewhere.
 *
 * <p>The browser holds a random id of 256 bits and nothing else. The tokens lie in {@code session}
 * rows, sealed with AES-GCM under a key the database does not have; the row is found by a hash of the
 * id, so a stolen copy of the table opens no session. {@link org.concord.gateway.session.SessionTokens}
 * is the seam through which the OIDC extension stores and finds them.
 *
 * <p>The cookie is {@code SameSite=Lax}: {@code Strict} would withhold it on the way back from the
 * identity provider and on every link in a mail, so that a signed-in person would look signed out.
 * What Strict would have guarded is guarded by {@link org.concord.gateway.session.CsrfGuard}.
 */
@NullMarked
package org.concord.gateway.session;

import org.jspecify.annotations.NullMarked;
