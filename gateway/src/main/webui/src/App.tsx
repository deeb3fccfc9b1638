import { Link, Route, Routes } from 'react-router';
import { Ledger } from './book/Ledger';
import { Layout, PageHeading } from './layout/Layout';
import { ProblemAlert } from './layout/ProblemAlert';
import { Orders } from './order/Orders';
import { Round } from './procurement/Round';
import { Rounds } from './procurement/Rounds';
import { Home } from './session/Home';
import { SessionProvider } from './session/SessionContext';
import { SignedInOnly } from './session/SignedInOnly';

/** The pages; the gateway's WebPages has the same list of addresses. */
export function App() {
  return (
    <SessionProvider onError={(error) => <ProblemAlert error={error} />}>
      <Layout>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route path="/rounds" element={<SignedInOnly><Rounds /></SignedInOnly>} />
          <Route path="/rounds/:id" element={<SignedInOnly><Round /></SignedInOnly>} />
          <Route path="/orders" element={<SignedInOnly><Orders /></SignedInOnly>} />
          <Route path="/ledger" element={<SignedInOnly><Ledger /></SignedInOnly>} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Layout>
    </SessionProvider>
  );
}

function NotFound() {
  return (
    <>
      <PageHeading title="There is no page at this address" />
      <p>
        <Link to="/">To the first page</Link>
      </p>
    </>
  );
}
