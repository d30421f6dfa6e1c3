import { BAR_STYLE, PAGE_STYLE } from "./page-style.ts";

const STICKY_BAR = ".bar { position: sticky; top: 0; z-index: 20; }\n";

/** The style of the reference's page besides Scalar's own. */
export const REFERENCE_STYLE = `${BAR_STYLE}${STICKY_BAR}body { margin: 0; }
.notice { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
`;

/** The style of the problems page. */
export const PROBLEMS_STYLE = `${PAGE_STYLE}${STICKY_BAR}.problems section { margin-block: 1rem; padding: 1rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .5rem; scroll-margin-top: 4rem; }
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
.contents dt, .contents a { line-height: 1.9rem; }
.contents a { font-family: ui-monospace, monospace; font-size: .9rem; }
@media (max-width: 30rem) {
  .problems section dl { grid-template-columns: 1fr; gap: .1rem; }
  .problems section dd { margin-bottom: .5rem; }
  .contents dl { grid-template-columns: 3rem 1fr; }
}
`;
