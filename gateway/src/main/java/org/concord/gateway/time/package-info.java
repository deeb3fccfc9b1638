/** The one place that reads the system's clock, so that everything else can be given another. */
@NullMarked
package org.concord.gateway.time;

import org.jspecify.annotations.NullMarked;
