import { useLocation } from 'react-router';
import { Problem } from '../lib/api';

/** Says what went wrong in the problem's own words, and what the person can do about it. */
export function ProblemAlert({ error }: { error: unknown }) {
  const location = useLocation();
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <div aria-live="assertive" aria-atomic="true">
      {error !== undefined && error !== null && (
        <div className="usa-alert usa-alert--error" role="alert">
          <div className="usa-alert__body">
            <h2 className="usa-alert__heading">{title(error)}</h2>
            <p className="usa-alert__text">{detail(error)}</p>
            {error instanceof Problem && error.errors.length > 0 && (
              <ul className="usa-list">
                {error.errors.map((one, index) => (
                  <li key={index}>
                    {one.row !== undefined && `Row ${one.row}, ${one.column ?? ''}: `}
                    {one.message}
                  </li>
                ))}
              </ul>
            )}
            {error instanceof Problem && error.is('fresh-sign-in-required') && (
              <p>
                <a className="usa-button" href={`/sign-in?fresh=1&return=${back}`}>
                  Confirm who you are
                </a>
              </p>
            )}
            {error instanceof Problem && error.is('sign-in-required') && (
              <p>
                <a className="usa-button" href={`/sign-in?return=${back}`}>
                  Sign in
                </a>
              </p>
            )}
            {error instanceof Problem && error.traceId && <p className="concord-hint">Trace {error.traceId}</p>}
          </div>
        </div>
      )}
    </div>
  );
}

function title(error: unknown): string {
  return error instanceof Problem ? error.title : 'The gateway cannot be reached';
}

function detail(error: unknown): string | undefined {
  return error instanceof Problem ? error.detail : 'Check your connection and try again.';
}
