import { get } from '../lib/api';
import { moment, words } from '../lib/format';
import type { BallotView, SeatView } from '../lib/model';
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
          <Roll roll={ballot.value.roll} member={member} />
        </>
      )}
    </section>
  );
}

/** Seat by seat: a member with two seats has two rows, and two votes. */
export function Roll({ roll, member }: { roll: SeatView[]; member: string | undefined }) {
  return (
    <div className="concord-scroll" role="region" aria-label="Roll" tabIndex={0}>
      <table className="usa-table usa-table--borderless usa-table--compact">
        <caption>Roll</caption>
        <thead>
          <tr>
            <th scope="col">Seat</th>
            <th scope="col">Vote</th>
          </tr>
        </thead>
        <tbody>
          {roll.map((seat) => (
            <tr key={seat.seat} className={seat.member === member ? 'concord-own' : undefined}>
              <th scope="row">{seat.seat}</th>
              <td>
                {said(seat)}
                {(seat.reasons ?? seat.recusedFor) && (
                  <div className="concord-hint">{seat.reasons ?? seat.recusedFor}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function said(seat: SeatView): string {
  if (seat.choice) {
    return words(seat.choice);
  }
  if (seat.recusedFor) {
    return 'Takes no part';
  }
  return seat.voted ? 'Has voted' : 'Has not voted';
}
