import { Link, useParams } from 'react-router';
import { BallotPanel } from '../governance/BallotPanel';
import { get } from '../lib/api';
import { doses, money, moment, whole, words } from '../lib/format';
import type { AwardView, RoundState, RoundView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { Facts } from '../layout/Facts';
import { PageHeading, Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';
import { useSession } from '../session/SessionContext';

export function Round() {
  const { id } = useParams();
  const { member } = useSession();
  const round = useLoad(`${id} for ${member ?? '-'}`, (signal) => get<RoundView>(`/api/v1/rounds/${id}`, signal));
  return (
    <>
      <p>
        <Link to="/rounds">All rounds</Link>
      </p>
      {!round.value && <PageHeading title="Round" />}
      <ProblemAlert error={round.error} />
      {round.loading && <Waiting what="the round" />}
      {round.value && <RoundDetail round={round.value} member={member} />}
    </>
  );
}

function RoundDetail({ round, member }: { round: RoundView; member: string | undefined }) {
  return (
    <>
      <PageHeading title={round.title} />
      <Stages state={round.state} />
      <Facts
        facts={[
          ['Goods', `${round.item.name} (CVX ${round.item.cvx}), ${whole(round.item.packageDoses)} doses a package`],
          ['Lead', round.lead],
          ['Demand due', moment(round.demandDueAt)],
          ['Fees on goods', `${round.fees.operations} operations, ${round.fees.capital} capital`],
          ['Shared cost', `${money(round.sharedCostCents)}, ${words(round.sharedCostFormula).toLowerCase()}`],
          ['Requisition', `up to ${money(round.requisition.ceilingUnitCents)} a dose`],
        ]}
      />
      <Demand round={round} member={member} />
      <Tender round={round} />
      <Evaluation round={round} />
      {round.ballotId && <BallotPanel ballotId={round.ballotId} member={member} />}
      {round.awardId && <Award awardId={round.awardId} member={member} />}
    </>
  );
}

const STAGES: [RoundState, string][] = [
  ['COLLECTING_DEMAND', 'Demand'],
  ['CONSOLIDATED', 'Consolidated'],
  ['TENDERED', 'Tender'],
  ['EVALUATED', 'Evaluation'],
  ['IN_BALLOT', 'Ballot'],
  ['AWARDED', 'Award'],
];

function Stages({ state }: { state: RoundState }) {
  const current = STAGES.findIndex(([stage]) => stage === state);
  return (
    <ol className="concord-stages" aria-label="Stages of the round">
      {STAGES.map(([stage, label], index) => (
        <li
          key={stage}
          className={index < current ? 'is-done' : index === current ? 'is-current' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          {label}
          <span className="usa-sr-only">{index < current ? ' (done)' : index > current ? ' (to come)' : ''}</span>
        </li>
      ))}
    </ol>
  );
}

function Demand({ round, member }: { round: RoundView; member: string | undefined }) {
  const posted = new Map((round.demands ?? []).map((demand) => [demand.member, demand.doses]));
  const all = round.state !== 'COLLECTING_DEMAND';
  return (
    <section>
      <h2>Demand by member</h2>
      {!all && posted.size < round.participants.length && (
        <p className="concord-hint">Other members’ demand is shown once the demand is consolidated.</p>
      )}
      <div className="concord-scroll" role="region" aria-label="Demand by member" tabIndex={0}>
        <table className="usa-table usa-table--borderless usa-table--compact">
          <thead>
            <tr>
              <th scope="col">Member</th>
              <th scope="col" className="concord-number">
                Population
              </th>
              <th scope="col" className="concord-number">
                Doses
              </th>
            </tr>
          </thead>
          <tbody>
            {round.participants.map((participant) => (
              <tr key={participant.member} className={participant.member === member ? 'concord-own' : undefined}>
                <th scope="row">{participant.member}</th>
                <td className="concord-number">{whole(participant.population)}</td>
                <td className="concord-number">{doses(posted.get(participant.member))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td />
              <td className="concord-number">{doses(round.totalDoses)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Tender({ round }: { round: RoundView }) {
  if (!round.tender) return null;
  const bids = round.bids ?? [];
  return (
    <section>
      <h2>Tender</h2>
      <p>Bids due by {moment(round.tender.bidsDueAt)}; until then they stay sealed.</p>
      {bids.length > 0 && (
        <div className="concord-scroll" role="region" aria-label="Bids as opened" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--compact">
            <caption className="usa-sr-only">Bids as opened</caption>
            <thead>
              <tr>
                <th scope="col">Supplier</th>
                <th scope="col">Pricing</th>
                <th scope="col">Price a dose, from a quantity</th>
                <th scope="col" className="concord-number">
                  Capacity
                </th>
              </tr>
            </thead>
            <tbody>
              {bids.map((bid) => (
                <tr key={bid.supplier}>
                  <th scope="row">{bid.supplier}</th>
                  <td>{words(bid.pricing)}</td>
                  <td>
                    {bid.tiers.map((tier) => (
                      <div key={tier.from}>
                        {money(tier.unitCents)} from {whole(tier.from)}
                      </div>
                    ))}
                  </td>
                  <td className="concord-number">{doses(bid.capacity)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Evaluation({ round }: { round: RoundView }) {
  const evaluation = round.evaluation;
  if (!evaluation) return null;
  const recommended = evaluation.recommended;
  return (
    <section>
      <h2>Evaluation</h2>
      <div className="concord-scroll" role="region" aria-label="Evaluated bids" tabIndex={0}>
        <table className="usa-table usa-table--borderless usa-table--compact">
          <thead>
            <tr>
              <th scope="col">Supplier</th>
              <th scope="col" className="concord-number">
                Total for {doses(evaluation.totalDoses)} doses
              </th>
              <th scope="col">Finding</th>
            </tr>
          </thead>
          <tbody>
            {(evaluation.bids ?? []).map((bid) => (
              <tr key={bid.supplier}>
                <th scope="row">{bid.supplier}</th>
                <td className="concord-number">{money(bid.totalCents)}</td>
                <td>
                  {bid.refusal
                    ? `Refused: ${bid.refusal}`
                    : bid.supplier === recommended?.supplier
                      ? 'Recommended'
                      : 'Admitted'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Facts
        facts={[
          ['If every member bought alone', money(evaluation.everyMemberAloneCents)],
          ['Buying together saves', money(evaluation.poolingSavesCents)],
          ...(evaluation.split?.totalCents
            ? ([
                ['Cheapest split over suppliers', money(evaluation.split.totalCents)],
                ['Price of resilience', money(evaluation.split.resiliencePremiumCents)],
              ] as [string, string][])
            : []),
        ]}
      />
    </section>
  );
}

function Award({ awardId, member }: { awardId: string; member: string | undefined }) {
  const award = useLoad(`${awardId} for ${member ?? '-'}`, (signal) => get<AwardView>(`/api/v1/awards/${awardId}`, signal));
  return (
    <section>
      <h2>Award</h2>
      <ProblemAlert error={award.error} />
      {award.loading && <Waiting what="the award" />}
      {award.value && (
        <>
          <Facts
            facts={[
              ['Supplier', award.value.supplier],
              ['Doses', doses(award.value.doses)],
              ['Goods', money(award.value.goodsCents)],
              ['Price a dose', award.value.unitCents ? money(award.value.unitCents) : 'by steps'],
            ]}
          />
          <div className="concord-scroll" role="region" aria-label="Share of each member" tabIndex={0}>
            <table className="usa-table usa-table--borderless usa-table--compact">
              <caption>Share of each member</caption>
              <thead>
                <tr>
                  <th scope="col">Member</th>
                  <th scope="col" className="concord-number">
                    Doses
                  </th>
                  <th scope="col" className="concord-number">
                    Goods
                  </th>
                </tr>
              </thead>
              <tbody>
                {award.value.members.map((share) => (
                  <tr key={share.member} className={share.member === member ? 'concord-own' : undefined}>
                    <th scope="row">{share.member}</th>
                    <td className="concord-number">{doses(share.doses)}</td>
                    <td className="concord-number">{money(share.goodsCents)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
