package org.concord.compact.guidance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Signs that an issued version be withdrawn.
 *
 * @param reasons why; published with the withdrawal
 */
public record SignWithdrawal(@NotBlank @Size(max = 2000) String reasons) {}
