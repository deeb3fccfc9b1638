import { get } from '../lib/api';
import { moment, words } from '../lib/format';
import type { BallotView } from '../lib/model';
import { useLoad } from '../lib/useLoad';
import { Facts } from '../layout/Facts';
import { Waiting } from '../layout/Layout';
import { ProblemAlert } from '../layout/ProblemAlert';

export function BallotPanel({ ballotId, member }: { ballotId: string; member: string | undefined }) {
  const ballot = useLoad(`${ballotId} for ${member ?? '-'}`, (signal) =>
    get<BallotView>(`/api/v1/ballots/${ballotId}`, signal),
  );
  return (
    <section>
      <h2>Ballot</h2>
      <ProblemAlert error={ballot.error} />
      {ballot.loading && <Waiting what="the ballot" />}
      {ballot.value && (
        <>
          <Facts
            facts={[
              ['Matter', words(ballot.value.matter.type)],
              ['Quorum', words(ballot.value.rule.quorum)],
              ['Threshold', words(ballot.value.rule.threshold)],
              [ballot.value.state === 'OPEN' ? 'Closes' : 'Closed', moment(ballot.value.closesAt)],
              ['Result', ballot.value.result ? words(ballot.value.result) : 'Open'],
            ]}
          />
          <div className="concord-scroll" role="region" aria-label="Roll" tabIndex={0}>
            <table className="usa-table usa-table--borderless usa-table--compact">
              <caption>Roll</caption>
              <thead>
                <tr>
                  <th scope="col">Member</th>
                  <th scope="col">Vote</th>
                </tr>
              </thead>
              <tbody>
                {ballot.value.roll.map((seat) => (
                  <tr key={seat.member} className={seat.member === member ? 'concord-own' : undefined}>
                    <th scope="row">{seat.member}</th>
                    <td>
                      {seat.choice ? words(seat.choice) : seat.voted ? 'Has voted' : 'Has not voted'}
                      {seat.reasons && <div className="concord-hint">{seat.reasons}</div>}
                    </td>
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
