import "./begin.ts";
import { render } from "preact";
import { resumeSession } from "./api/session.ts";
import { reloadWithoutCode } from "./device/optional-load.ts";
import "./device/theme.ts";
import "./ui/fault-focus.ts";
import { Desk } from "./desk/desk.tsx";

reloadWithoutCode();

const root = document.querySelector("#app");
if (root) render(<Desk />, root);
await resumeSession();
