/** The doors: how JSON is read strictly and how every failure leaves as a problem. */
@NullMarked
package org.concord.kit.http;

import org.jspecify.annotations.NullMarked;
