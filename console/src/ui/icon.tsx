/** Each icon on a grid of 22 pixels. Those of `FLIPPED` point the other way in Arabic. */
const PATHS = {
  send: "M5 17 17 5M8 5h9v9",
  receive: "M17 5 5 17M14 17H5V8",
  swap: "M4 8h13l-4-4M18 14H5l4 4",
  bank: "M3 9 11 4l8 5M5 9v7M9 9v7M13 9v7M17 9v7M3 18h16",
  plus: "M11 4v14M4 11h14",
  home: "m3 10 8-7 8 7v9h-5v-6H8v6H3z",
  list: "M4 6h14M4 11h14M4 16h9",
  card: "M3 6h16v11H3zM3 10h16",
  user: "M11 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 19c1-4 4-5 7-5s6 1 7 5",
  cross: "m6 6 10 10M16 6 6 16",
  tick: "m4 12 5 5 9-11",
  back: "M13 5l-6 6 6 6",
  next: "M9 5l6 6-6 6",
  down: "M5 8l6 6 6-6",
  shield: "M11 3 4 6v5c0 4 3 7 7 8 4-1 7-4 7-8V6z",
  lock: "M5 10h12v9H5zM8 10V7a3 3 0 0 1 6 0v3",
  clock: "M11 19a8 8 0 1 0 0-16 8 8 0 0 0 0 16M11 7v4l3 2",
  search: "M10 16a6 6 0 1 0 0-12 6 6 0 0 0 0 12M15 15l4 4",
  copy: "M8 8h10v10H8zM5 14H4V4h10v1",
  share: "M11 14V3M7 7l4-4 4 4M5 12v7h12v-7",
  print: "M6 8V3h10v5M6 16H3V8h16v8h-3M6 13h10v6H6z",
  repeat: "M4 11a7 7 0 0 1 12-5l2 2M18 4v4h-4M18 11a7 7 0 0 1-12 5l-2-2M4 18v-4h4",
  gauge: "M4 16a8 8 0 1 1 14 0M11 13l4-4",
  key: "M14 12a4 4 0 1 0-4-4c0 .5.1 1 .3 1.5L4 16v3h3l5.5-6.5c.5.3 1 .5 1.5.5M15 8h.01",
  phone: "M7 2h8v18H7zM10 17h2",
  screen: "M3 4h16v11H3zM8 19h6M11 15v4",
  bell: "M5 16h12l-1.5-2V9a4.5 4.5 0 0 0-9 0v5zM9 19h4",
  settings: "M4 7h8M16 7h2M4 15h2M10 15h8M12 5v4M8 13v4",
  out: "M9 4H4v14h5M13 7l4 4-4 4M17 11H8",
  alert: "M11 3 20 19H2zM11 9v4M11 16h.01",
  info: "M11 19a8 8 0 1 0 0-16 8 8 0 0 0 0 16M11 10v5M11 7h.01",
  eye: "M2 11s3-6 9-6 9 6 9 6-3 6-9 6-9-6-9-6M11 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  snow: "M11 3v16M4 7l14 8M18 7 4 15",
  undo: "M8 5 4 9l4 4M4 9h9a5 5 0 0 1 0 10H9",
  pencil: "M4 18l1-4L15 4l3 3L8 17zM13 6l3 3",
  people:
    "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 18c.5-3 3-4 6-4s5.5 1 6 4M14 5a3 3 0 0 1 0 6M16 14c2 .5 3.5 2 4 4",
  chart: "M4 4v14h14M7 14v-4h4v-3h4V5",
  wave: "M2 12h4l3-7 4 13 3-6h4",
} as const;

export type IconName = keyof typeof PATHS;

const FLIPPED = new Set<IconName>(["send", "receive", "back", "next", "out", "undo", "share"]);

/** An icon is decoration: the words beside it, or the label of its button, say what it means. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={FLIPPED.has(name) ? "flip" : undefined}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
