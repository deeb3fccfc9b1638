package org.concord.member.order;

/** An approval says nothing but that it is one. */
public record ApproveOrder() {}
