/**
 * The bar at the top of every page. Its rules touch nothing else, so that Scalar's page can have it
 * too.
 */
export const BAR_STYLE = `.bar, .bar * { box-sizing: border-box; }
.bar { display: flex; justify-content: space-between; align-items: center; gap: .75rem; height: 3rem; padding: 0 1rem; background: #0f4c45; color: #fff; font: 16px/1.5 system-ui, sans-serif; white-space: nowrap; }
.bar a { color: #fff; text-decoration: none; }
.bar a:hover { text-decoration: underline; }
.bar nav { display: flex; gap: 1.25rem; }
@media (max-width: 30rem) { .bar { gap: .5rem; padding: 0 .75rem; } .bar nav { gap: .6rem; font-size: .8rem; } }
`;

/** The look of every page of ours, in light and dark as the reader's system asks. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --ink: #1c2a29; --quiet: #546462; --ground: #f7f9f9; --panel: #ffffff; --rule: #d8e0df;
  --link: #0b6157; --mark: #d9efe9; --code: #e8eeed;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e3eae9; --quiet: #9fb0ae; --ground: #0f1514; --panel: #172120; --rule: #2c3a38;
    --link: #6cc7b8; --mark: #1d3d38; --code: #22302e;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
a { color: var(--link); }
code { padding: .1em .3em; border-radius: .25rem; background: var(--code); font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: .5rem 0 1rem; font-size: 1.6rem; line-height: 1.25; }
button, select { min-height: 2.5rem; padding: .4rem .8rem; border: 1px solid var(--rule); border-radius: .4rem; background: var(--panel); color: var(--ink); font: inherit; }
button { cursor: pointer; }
${BAR_STYLE}`;
