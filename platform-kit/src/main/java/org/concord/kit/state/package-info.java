/** How a sealed state says where its moves lead, for the diagrams that are drawn from the code. */
@NullMarked
package org.concord.kit.state;

import org.jspecify.annotations.NullMarked;
