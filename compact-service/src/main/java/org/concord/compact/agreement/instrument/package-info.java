/**
 * What an instrument says: its type and the powers that it gives, its terms as data, its text by article, and the shapes of
 * known instruments ({@code InstrumentModelResource}) from which agreements are opened. It knows no agreement and no
 * member; who keeps or compares a text goes through {@link org.concord.compact.agreement.instrument.TextRegister}.
 */
@NullMarked
package org.concord.compact.agreement.instrument;

import org.jspecify.annotations.NullMarked;
