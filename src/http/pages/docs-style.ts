import { PAGE_STYLE } from "./page-style.ts";

/** The style of the documentation's pages. */
export const DOCS_STYLE = `${PAGE_STYLE}
#reference { max-width: none; padding: 0; }
.bar { position: sticky; top: 0; z-index: 20; height: 3rem; padding-block: 0; flex-wrap: nowrap; }
.notice { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
.problems section { margin-block: 1rem; padding: 1rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .5rem; scroll-margin-top: 4rem; }
.problems section:target { background: var(--mark); border-color: var(--link); }
.problems section h2 { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; justify-content: space-between; margin: 0; font-size: 1.05rem; }
.problems section h2 a { color: inherit; text-decoration: none; }
.problems .status { color: var(--quiet); font-weight: 600; }
.problems .title { margin: .4rem 0 .75rem; font-weight: 600; }
.problems dl { display: grid; grid-template-columns: 4.5rem 1fr; gap: .35rem .75rem; margin: 0; }
.problems dt { color: var(--quiet); }
.problems dd { margin: 0; }
.contents { margin-block: 1.5rem; }
.contents h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
.contents dd { display: flex; flex-wrap: wrap; gap: .1rem 1rem; }
.contents a { font: .9rem/2 ui-monospace, monospace; }
@media (max-width: 30rem) {
  .problems section dl { grid-template-columns: 1fr; gap: .1rem; }
  .problems section dd { margin-bottom: .5rem; }
  .contents dl { grid-template-columns: 3rem 1fr; }
  .bar nav { gap: .8rem; font-size: .9rem; }
}
`;
