import { useSession } from './SessionContext';

/** Who I act for: fixed for most, a choice for people who belong to several members. */
export function MemberSwitcher() {
  const { session, member, chooseMember } = useSession();
  if (session.members.length === 0) {
    return session.roles.length > 0 ? <span className="concord-acting">{roleName(session.roles[0]!)}</span> : null;
  }
  if (session.members.length === 1) {
    return <span className="concord-acting">Acting for {member}</span>;
  }
  return (
    <label className="concord-acting">
      Acting for{' '}
      <select value={member} onChange={(event) => chooseMember(event.target.value)}>
        {session.members.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

function roleName(role: string): string {
  const known: Record<string, string> = {
    'commission-staff': 'Commission staff',
    auditor: 'Auditor',
    operator: 'Operator',
  };
  return known[role] ?? role;
}
