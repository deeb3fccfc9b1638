/** Exact whole numbers for money and goods. */
@NullMarked
package org.concord.kit.money;

import org.jspecify.annotations.NullMarked;
