/** State and event commit together: outbox and relay on the sending side, inbox and parking on the receiving side. */
@NullMarked
package org.concord.kit.event;

import org.jspecify.annotations.NullMarked;
