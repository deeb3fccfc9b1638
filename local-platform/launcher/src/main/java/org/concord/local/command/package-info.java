/** What a person can ask for, one class for each word: {@code up}, {@code down}, {@code status}, {@code reset}. */
@NullMarked
package org.concord.local.command;

import org.jspecify.annotations.NullMarked;
