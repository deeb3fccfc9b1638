import { useEffect, useRef, type ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import { MemberSwitcher } from '../session/MemberSwitcher';
import { useSession } from '../session/SessionContext';

export function Layout({ children }: { children: ReactNode }) {
  const { session, signOut } = useSession();
  return (
    <>
      <a className="usa-skipnav" href="#main-content">
        Skip to main content
      </a>
      <section className="concord-sample" aria-label="About the data">
        Sample data, for illustration. Nothing here is a statement of any state or of any government.
      </section>
      <header className="concord-header">
        <div className="grid-container concord-header__bar">
          <NavLink to="/" className="concord-brand">
            <img src="/favicon.svg" alt="" width="28" height="28" /> Concord
          </NavLink>
          {session.signedIn && (
            <nav aria-label="Main" className="concord-nav">
              <ul>
                <li>
                  <NavLink to="/rounds">Rounds</NavLink>
                </li>
                {session.members.length > 0 && (
                  <li>
                    <NavLink to="/orders">My orders</NavLink>
                  </li>
                )}
                <li>
                  <NavLink to="/ledger">Ledger</NavLink>
                </li>
              </ul>
            </nav>
          )}
          <div className="concord-who">
            {session.signedIn ? (
              <>
                <MemberSwitcher />
                <span className="concord-name">{session.name}</span>
                <button type="button" className="usa-button usa-button--outline usa-button--inverse" onClick={signOut}>
                  Sign out
                </button>
              </>
            ) : (
              <a className="usa-button usa-button--outline usa-button--inverse" href={signInHere()}>
                Sign in
              </a>
            )}
          </div>
        </div>
      </header>
      <main id="main-content" className="grid-container concord-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="concord-footer">
        <div className="grid-container">
          <p>
            Concord is the shared back office of an interstate compact. It takes no side. Names of states and
            territories appear as neutral sample data.
          </p>
        </div>
      </footer>
    </>
  );
}

function signInHere(): string {
  const here = window.location.pathname + window.location.search;
  return `/sign-in?return=${encodeURIComponent(here === '/' ? '/rounds' : here)}`;
}

/** A page's heading: names the tab, and takes the focus when the page changes, so that it is read out. */
export function PageHeading({ children, title }: { children?: ReactNode; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    document.title = `${title} – Concord`;
  }, [title]);
  useEffect(() => {
    // The first page after loading leaves the focus to the browser.
    if (key !== 'default') heading.current?.focus();
  }, [key]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}

export function Waiting({ what }: { what: string }) {
  return (
    <p role="status" className="concord-hint">
      Loading {what} …
    </p>
  );
}
