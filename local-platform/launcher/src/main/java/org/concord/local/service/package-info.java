/**
 * The four services as children: {@link org.concord.local.service.Build} has Maven make what is older than its sources,
 * {@link org.concord.local.service.Application} keeps a copy that no later build disturbs, and {@link
 * org.concord.local.service.Services} starts them, waits for them and starts one again that dies.
 */
@NullMarked
package org.concord.local.service;

import org.jspecify.annotations.NullMarked;
