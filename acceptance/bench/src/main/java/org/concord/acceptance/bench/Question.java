package org.concord.acceptance.bench;

import java.util.function.IntFunction;

/**
 * Something that an official asks, each time of another thing, so that no answer is one that was just given.
 *
 * @param name in words
 * @param path what is asked the n-th time, from 0, below {@code /api/v1}
 */
record Question(String name, IntFunction<String> path) {}
