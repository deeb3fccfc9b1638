/** What two wordings differ in, for whoever has to show it: enacted texts beside the model, versions of guidance. */
@NullMarked
package org.concord.compact.text;

import org.jspecify.annotations.NullMarked;
