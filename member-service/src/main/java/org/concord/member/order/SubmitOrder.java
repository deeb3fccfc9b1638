package org.concord.member.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Makes a pre-encumbered requisition an order.
 *
 * @param purchaseOrderNumber of the state's own ERP; an order binds only with it
 */
public record SubmitOrder(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ._/#-]{0,63}")
        String purchaseOrderNumber) {}
