/**
 * The one door. People come in by SSO and hold a cookie, members' ERPs come in with their own
 * bearer token; both leave through {@code route}, towards the service that owns the first path
 * segment. Nothing else of the services can be reached from outside.
 *
 * <p>The tour: {@code session} (sign-in, what a session is, sign-out), {@code route} (who may pass
 * to which service, and how much), {@code portal} (the web pages and the headers that protect them),
 * {@code problem} (every refusal the door can give), {@code time} (the clock).
 */
@NullMarked
package org.concord.gateway;

import org.jspecify.annotations.NullMarked;
