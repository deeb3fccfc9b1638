import { Link, useSearchParams } from 'react-router';
import { PageHeading } from '../layout/Layout';
import { useSession } from './SessionContext';

export function Home() {
  const { session } = useSession();
  const [search] = useSearchParams();
  const failed = search.get('sign-in');
  return (
    <>
      <div aria-live="polite">
        {search.get('sign-out') === 'done' && !session.signedIn && (
          <div className="usa-alert usa-alert--success usa-alert--slim" role="status">
            <div className="usa-alert__body">
              <p className="usa-alert__text">You are signed out, here and at your sign-in service.</p>
            </div>
          </div>
        )}
        {failed && (
          <div className="usa-alert usa-alert--error usa-alert--slim" role="alert">
            <div className="usa-alert__body">
              <p className="usa-alert__text">
                {failed === 'unavailable'
                  ? 'The sign-in service does not answer at the moment. Try again shortly.'
                  : 'The sign-in was not completed. Try again.'}
              </p>
            </div>
          </div>
        )}
      </div>
      <PageHeading title="Decide together, buy together, keep one set of books" />
      <p className="usa-intro">
        Concord is the shared back office of an interstate compact: states and territories post their demand, concur in
        an award, order their share, and read the same ledger.
      </p>
      {session.signedIn ? (
        <p>
          You are signed in as {session.name}. Go to the <Link to="/rounds">rounds</Link>
          {session.members.length > 0 && (
            <>
              , <Link to="/orders">your member’s orders</Link>
            </>
          )}{' '}
          or the <Link to="/ledger">ledger</Link>.
        </p>
      ) : (
        <p>
          <a className="usa-button usa-button--big" href="/sign-in?return=/rounds">
            Sign in
          </a>
        </p>
      )}
      <ul className="usa-card-group concord-cards">
        <Card title="Round">
          One pooled purchase: demand by member, the tender, the bids and their evaluation, the ballot and the award.
        </Card>
        <Card title="Order">
          What your member orders of its share, what it costs to the cent, and what that does to its budget.
        </Card>
        <Card title="Ledger">
          Every entry in money and in goods, open to every member and every auditor. Nothing in it is ever changed.
        </Card>
      </ul>
    </>
  );
}

function Card({ title, children }: { title: string; children: string }) {
  return (
    <li className="usa-card tablet:grid-col-4">
      <div className="usa-card__container">
        <div className="usa-card__header">
          <h2 className="usa-card__heading">{title}</h2>
        </div>
        <div className="usa-card__body">
          <p>{children}</p>
        </div>
      </div>
    </li>
  );
}
