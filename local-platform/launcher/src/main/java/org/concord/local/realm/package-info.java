/**
 * Identity as code: the realm {@code concord} with one organization per jurisdiction, its officials, the commission's staff
 * and the clients; and the realm {@code state-idp}, which plays the identity provider of two states, brokered into the
 * first. {@link org.concord.local.realm.RealmDocument} writes both as Keycloak's import format, always the same text.
 *
 * <p>The users are a sample: invented officials with one password that everybody knows. The production variant has none.
 */
@NullMarked
package org.concord.local.realm;

import org.jspecify.annotations.NullMarked;
