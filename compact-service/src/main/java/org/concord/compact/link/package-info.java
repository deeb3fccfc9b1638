/**
 * Things that point at one another across features: an alert at what it opened, a guidance at what it was drafted for.
 *
 * <p>An id that is written down names a thing that exists, under the same agreement or under the contract by which that
 * agreement buys. A thing of others is answered like an unknown one. Each feature tells of its own things as a {@link
 * org.concord.compact.link.ThingOwner}, so that none has to know the others; whoever writes an id down asks {@link
 * org.concord.compact.link.Things}.
 */
@NullMarked
package org.concord.compact.link;

import org.jspecify.annotations.NullMarked;
