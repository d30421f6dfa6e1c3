import "./styles/index.css";
import { render } from "preact";
import { App } from "./app/app.tsx";
import { reloadWithoutCode } from "./app/optional-load.ts";
import { resumeSession } from "./app/session.ts";
import "./app/theme.ts";
import "./ui/fault-focus.ts";

reloadWithoutCode();

const root = document.querySelector("#app");
if (root) render(<App />, root);
await resumeSession();
