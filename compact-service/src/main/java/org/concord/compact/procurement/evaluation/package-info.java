/**
 * What a set of bids costs, and whom that recommends: design §6 in exact integers, and nothing else.
 *
 * <p>The tour: {@link org.concord.compact.procurement.evaluation.EvaluateAward} is the whole input,
 * {@link org.concord.compact.procurement.evaluation.AwardFormula} the published formula (versioned, replayable by
 * anyone from the stored inputs), {@link org.concord.compact.procurement.evaluation.Evaluation} the answer. An
 * {@code Offer} prices a quantity, {@code SplitPlanner} proves the cheapest split under a cap, {@code FlipFinder} says
 * at which quantities another supplier would win. {@code AwardEvaluationResource} opens the same code to everyone as a
 * what-if: no sign-in, nothing stored, bounded.
 *
 * <p>No state, no clock, no database: a round calls it, an auditor can call it, both get the same cents.
 */
@NullMarked
package org.concord.compact.procurement.evaluation;

import org.jspecify.annotations.NullMarked;
