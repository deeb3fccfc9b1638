/**
 * What the members decide about the agreement itself: to suspend or put out a member in default, to dissolve, to propose an
 * amendment. {@code AgreementVote} owns these matters: it refuses a ballot on what is not before the members, and what they
 * decide on an amendment is done at once. For the others the record of the act names the ballot, and {@code
 * MemberDecisions} tells the agreement whether that ballot was carried, under this agreement and on this very matter; so
 * too whether a jurisdiction was admitted.
 */
@NullMarked
package org.concord.compact.governance.decision;

import org.jspecify.annotations.NullMarked;
