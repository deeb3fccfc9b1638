/**
 * How members join: a bill on its way to law, a signature, or a rule of the member's own.
 *
 * <p>{@code EnactmentResource} records each step by its date in the member's zone; {@code EnactmentState} owns the lawful
 * ones. What a member enacted lies beside the model text article by article ({@code ConformityView}); that words differ is
 * shown, whether the difference is material is a finding. {@link org.concord.compact.agreement.enactment.ActsOfJoining} is
 * for those whom an act binds: standing follows from its dates, and a default or a withdrawal ends it.
 */
@NullMarked
package org.concord.compact.agreement.enactment;

import org.jspecify.annotations.NullMarked;
