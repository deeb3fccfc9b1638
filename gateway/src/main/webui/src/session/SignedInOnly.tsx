import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { PageHeading } from '../layout/Layout';
import { useSession } from './SessionContext';

/** A deep link that needs sign-in leads back to itself afterwards. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const { pathname, search } = useLocation();
  if (session.signedIn) return children;
  return (
    <>
      <PageHeading title="Sign in first" />
      <p>This page is for members, commission staff and auditors.</p>
      <a className="usa-button" href={`/sign-in?return=${encodeURIComponent(pathname + search)}`}>
        Sign in
      </a>
    </>
  );
}
