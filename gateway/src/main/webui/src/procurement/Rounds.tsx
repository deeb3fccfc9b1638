import { Link } from 'react-router';
import { list } from '../lib/api';
import { doses, moment, words } from '../lib/format';
import type { RoundView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { PageHeading, Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';
import { useSession } from '../session/SessionContext';

export function Rounds() {
  const { member } = useSession();
  const rounds = useLoad(`rounds for ${member ?? '-'}`, (signal) => list<RoundView>('/api/v1/rounds', signal));
  return (
    <>
      <PageHeading title="Rounds" />
      <p className="usa-intro">A round is one pooled purchase, from the members’ demand to the award.</p>
      <ProblemAlert error={rounds.error} />
      {rounds.loading && <Waiting what="rounds" />}
      {rounds.value?.items.length === 0 && <p>There is no round yet. Commission staff open one.</p>}
      {rounds.value && rounds.value.items.length > 0 && (
        <div className="concord-scroll" role="region" aria-label="Rounds" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--stacked">
            <thead>
              <tr>
                <th scope="col">Round</th>
                <th scope="col">Goods</th>
                <th scope="col">State</th>
                <th scope="col">Lead</th>
                <th scope="col">Demand due</th>
                <th scope="col" className="concord-number">
                  Doses
                </th>
              </tr>
            </thead>
            <tbody>
              {rounds.value.items.map((round) => (
                <tr key={round.id}>
                  <th scope="row" data-label="Round">
                    <Link to={`/rounds/${round.id}`}>{round.title}</Link>
                  </th>
                  <td data-label="Goods">{round.item.name}</td>
                  <td data-label="State">{words(round.state)}</td>
                  <td data-label="Lead">{round.lead}</td>
                  <td data-label="Demand due">{moment(round.demandDueAt)}</td>
                  <td data-label="Doses" className="concord-number">
                    {doses(round.totalDoses)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
