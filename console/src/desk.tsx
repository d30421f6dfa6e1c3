import "./begin.ts";
import { render } from "preact";
import { reloadWithoutCode } from "./app/optional-load.ts";
import { resumeSession } from "./app/session.ts";
import "./app/theme.ts";
import "./ui/fault-focus.ts";
import { Desk } from "./desk/desk.tsx";

reloadWithoutCode();

const root = document.querySelector("#app");
if (root) render(<Desk />, root);
await resumeSession();
