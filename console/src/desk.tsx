import "./styles/index.css";
import { render } from "preact";
import { resumeSession } from "./app/session.ts";
import "./app/theme.ts";
import { Desk } from "./desk/desk.tsx";
import { isLoadingWords } from "./problems/problem-table.ts";

addEventListener("vite:preloadError", () => {
  // A refusal is shown in general words rather than lost.
  if (!isLoadingWords()) location.reload();
});

const root = document.querySelector("#app");
if (root) render(<Desk />, root);
await resumeSession();
