/** What the services answer, as far as the pages read it. */

export interface MemberDoses {
  member: string;
  doses: number;
}

export interface RoundView {
  id: string;
  agreementId: string;
  title: string;
  lead: string;
  state: RoundState;
  item: { cvx: string; name: string; packageDoses: number };
  participants: { member: string; population: number }[];
  demandDueAt: string;
  fees: { operations: string; capital: string };
  sharedCostCents: number;
  sharedCostFormula: string;
  requisition: { ceilingUnitCents: number; sharedCostFormula: string };
  demands?: MemberDoses[];
  totalDoses?: number | null;
  tender?: { bidsDueAt: string } | null;
  bids?: BidView[];
  evaluation?: EvaluationView | null;
  ballotId?: string | null;
  awardId?: string | null;
}

export interface BidView {
  supplier: string;
  pricing: string;
  tiers: { from: number; unitCents: number }[];
  capacity: number;
  minimum?: number | null;
}

export type RoundState = 'COLLECTING_DEMAND' | 'CONSOLIDATED' | 'TENDERED' | 'EVALUATED' | 'IN_BALLOT' | 'AWARDED';

export interface EvaluationView {
  id: string;
  totalDoses: number;
  bids?: { supplier: string; totalCents?: number | null; refusal?: string | null }[];
  recommended?: { supplier: string; doses: number; goodsCents: number; unitCents?: number | null };
  split?: { totalCents?: number | null; resiliencePremiumCents?: number | null } | null;
  everyMemberAloneCents?: number | null;
  poolingSavesCents?: number | null;
  formulaVersion?: string;
}

export interface BallotView {
  id: string;
  state: 'OPEN' | 'CLOSED';
  matter: { type: string; roundId?: string; evaluationId?: string };
  rule: { quorum: string; threshold: string };
  roll: SeatView[];
  result?: string | null;
  closesAt: string;
}

/** A seat on a ballot's roll; a member may have several, told apart by their labels. */
export interface SeatView {
  seat: string;
  member: string;
  voted: boolean;
  recusedFor?: string | null;
  choice?: string | null;
  reasons?: string | null;
}

export interface AwardView {
  id: string;
  supplier: string;
  doses: number;
  goodsCents: number;
  unitCents?: number | null;
  members: { member: string; doses: number; goodsCents: number }[];
  awardedBy?: string;
  awardedAt?: string;
  awardedOn?: string;
}

export interface OrderView {
  id: string;
  agreementId: string;
  awardId: string;
  member: string;
  fund: string;
  appropriationYear: number;
  doses: number;
  state: string;
  preEncumberedCents?: number | null;
  goodsCents?: number | null;
  operationsFeeCents?: number | null;
  capitalFeeCents?: number | null;
  sharedCents?: number | null;
  totalCents?: number | null;
  purchaseOrderNumber?: string | null;
  requestedBy: string;
  approvedBy?: string | null;
  refusal?: { reason: string; detail: string; shortCents?: number | null } | null;
  submittedAt: string;
  confirmedAt?: string | null;
  allowedActions: string[];
}

export interface BookView {
  id: string;
  code: string;
  title: string;
  type: string;
  lead: string;
  headSeq: number;
  openedAt: string;
}

export interface BudgetView {
  member: string;
  fund: string;
  appropriationYear: number;
  authorityCents: number;
  unallottedCents: number;
  availableCents: number;
  preEncumberedCents: number;
  encumberedCents: number;
  encumberedByPart?: { goods: number; ops: number; cap: number; shared: number };
  expendedUnpaidCents: number;
  expendedPaidCents: number;
  lapsedCents: number;
  asOfSeq: number;
}

export interface EntryView {
  seq: number;
  entryId?: string;
  rule: string;
  effectiveOn: string;
  recordedAt: string;
  source?: { type: string; id: string };
  lines: LineView[];
}

export interface LineView {
  unit: string;
  basis: string;
  holder: string;
  fund?: string | null;
  appropriationYear?: number | null;
  purpose: string;
  side: 'DEBIT' | 'CREDIT';
  amount: number;
  part?: string | null;
  counterparty?: string | null;
}
