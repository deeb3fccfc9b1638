/** What operators see of messages that wait, and how they try them again. */
@NullMarked
package org.concord.kit.parking;

import org.jspecify.annotations.NullMarked;
