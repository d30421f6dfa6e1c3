import type { ComponentType } from "preact";
import { Route, Router } from "preact-iso";
import { FundingPage } from "./funding/funding-page.tsx";
import { NoSuchDeskPage } from "./no-such-desk-page.tsx";
import { isAdmin } from "./operator.ts";
import { OperatorPage } from "./operators/operator-page.tsx";
import { OperatorsPage } from "./operators/operators-page.tsx";
import { OverviewPage } from "./overview/overview-page.tsx";
import { PeoplePage } from "./people/people-page.tsx";
import { PersonPage } from "./people/person-page.tsx";
import { TransactionPage } from "./people/transaction-page.tsx";
import { ProposalsPage } from "./proposals/proposals-page.tsx";
import { PairPage } from "./rates/pair-page.tsx";
import { RatesPage } from "./rates/rates-page.tsx";

const admins = (page: ComponentType) => (isAdmin() ? page : NoSuchDeskPage);

/** The pages of the desk. A page for admins does not exist for support. */
export function DeskRoutes() {
  return (
    <Router>
      <Route path="/desk" component={OverviewPage} />
      <Route path="/desk/people" component={PeoplePage} />
      <Route path="/desk/people/:id/:tab?" component={PersonPage} />
      <Route path="/desk/transactions/:id" component={TransactionPage} />
      <Route path="/desk/rates" component={RatesPage} />
      <Route path="/desk/rates/:pair" component={PairPage} />
      <Route path="/desk/funding/:list?" component={FundingPage} />
      <Route path="/desk/proposals/:kind?" component={admins(ProposalsPage)} />
      <Route path="/desk/operators" component={admins(OperatorsPage)} />
      <Route path="/desk/operators/:id" component={admins(OperatorPage)} />
      <Route default component={NoSuchDeskPage} />
    </Router>
  );
}
