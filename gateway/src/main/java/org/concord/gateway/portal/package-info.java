/**
 * What the browser gets: the web pages built from {@code src/main/webui}, the headers that protect
 * them, and {@code security.txt}.
 */
@NullMarked
package org.concord.gateway.portal;

import org.jspecify.annotations.NullMarked;
