interface TabsProps {
  readonly label: string;
  /** Each tab is a page of its own: its address, its name. */
  readonly tabs: readonly (readonly [href: string, name: string])[];
  readonly current: string;
}

/** Parts of a page, each with an address of its own. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(([href, name]) => (
        <a key={href} href={href} class="chip" aria-current={href === current ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
