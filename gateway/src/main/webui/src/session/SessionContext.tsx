import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { actFor, get, newKey, post } from '../lib/api';

export interface Session {
  signedIn: boolean;
  username: string;
  name: string;
  members: string[];
  roles: string[];
}

interface SessionState {
  session: Session;
  /** The member acted for; undefined for staff and auditors. */
  member: string | undefined;
  chooseMember: (member: string) => void;
  signOut: () => void;
}

const NOBODY: Session = { signedIn: false, username: '', name: '', members: [], roles: [] };
const CHOSEN = 'concord.member';

const SessionContext = createContext<SessionState | undefined>(undefined);

export function useSession(): SessionState {
  const state = use(SessionContext);
  if (!state) throw new Error('outside of SessionProvider');
  return state;
}

export function SessionProvider({ children, onError }: { children: ReactNode; onError: (error: unknown) => ReactNode }) {
  const [session, setSession] = useState<Session>();
  const [member, setMember] = useState<string>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    get<Partial<Session> & { signedIn: boolean }>('/session').then((found) => {
      const who = { ...NOBODY, ...found };
      const before = sessionStorage.getItem(CHOSEN);
      const chosen = before && who.members.includes(before) ? before : who.members[0];
      actFor(chosen);
      setMember(chosen);
      setSession(who);
    }, setError);
  }, []);

  const chooseMember = useCallback((chosen: string) => {
    sessionStorage.setItem(CHOSEN, chosen);
    actFor(chosen);
    setMember(chosen);
  }, []);

  const signOut = useCallback(() => {
    // Whatever the answer, this page forgets; the server's own session ends by its clock at the latest.
    void post('/sign-out', {}, newKey())
      .catch(() => undefined)
      .then(() => {
        sessionStorage.removeItem(CHOSEN);
        window.location.assign('/?sign-out=done');
      });
  }, []);

  const state = useMemo(
    () => session && { session, member, chooseMember, signOut },
    [session, member, chooseMember, signOut],
  );
  if (error) return onError(error);
  if (!state) return <p role="status">Loading …</p>;
  return <SessionContext value={state}>{children}</SessionContext>;
}
