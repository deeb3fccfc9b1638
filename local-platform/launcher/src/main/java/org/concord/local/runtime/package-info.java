/**
 * What is prepared once per machine and may be deleted at any time: the unpacked servers, Keycloak's build, a data folder
 * that already holds the realm (the golden folder), and the AOT caches. All of it lies in the cache folder under a key
 * made of versions, JDK and realm, so that nothing of another version is ever taken for it.
 */
@NullMarked
package org.concord.local.runtime;

import org.jspecify.annotations.NullMarked;
