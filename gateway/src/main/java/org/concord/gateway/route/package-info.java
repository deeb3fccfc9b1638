/**
 * Who may pass to which service, and how much. {@link org.concord.gateway.route.RouteTable} is the list:
 * the first path segment under {@code /api/v1} names the service, and what is not listed is 404.
 *
 * <p>A request goes through {@link org.concord.gateway.route.Admission} (address, length, rate, session,
 * CSRF) and then through {@link org.concord.gateway.route.ServiceProxy}, which passes on a short list of
 * headers, the caller's token among them and cookies not, and turns a dead or slow service into a refusal
 * that says when to come back.
 */
@NullMarked
package org.concord.gateway.route;

import org.jspecify.annotations.NullMarked;
