/** A small JSON writer and reader, so that the launcher needs no library for the realm and for Keycloak's answers. */
@NullMarked
package org.concord.local.json;

import org.jspecify.annotations.NullMarked;
