import "./styles/index.css";
import { render } from "preact";
import { App } from "./app/app.tsx";
import { resumeSession } from "./app/session.ts";
import "./app/theme.ts";
import { isLoadingWords } from "./problems/problem-table.ts";

// A release has replaced the files of this page: its new page knows the new names.
addEventListener("vite:preloadError", () => {
  // A refusal is shown in general words rather than lost.
  if (!isLoadingWords()) location.reload();
});

const root = document.querySelector("#app");
if (root) render(<App />, root);
await resumeSession();
