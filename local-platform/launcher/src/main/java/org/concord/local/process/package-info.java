/**
 * Child processes that never outlive their parent. {@link org.concord.local.process.Children} forks them, from one thread
 * that lives as long as the launcher; {@link org.concord.local.process.ParentDeath} has the kernel end them when the
 * launcher is killed; {@link org.concord.local.process.PidFile} lets the next run end those that got away where the
 * kernel has no such signal; {@link org.concord.local.process.Tool} runs a program to its end.
 */
@NullMarked
package org.concord.local.process;

import org.jspecify.annotations.NullMarked;
