import { render } from "preact";
import { resumeSession, sessionState } from "./api/session.ts";
import { App } from "./app/app.tsx";
import { loadFirstPage } from "./app/routes.tsx";
import { reloadWithoutCode } from "./device/optional-load.ts";
import { userId } from "./device/session-mark.ts";
import "./device/theme.ts";
import { prepareAmounts } from "./i18n/amount.ts";
import "./ui/fault-focus.ts";

reloadWithoutCode();

loadFirstPage(userId() !== null);

const root = document.querySelector("#app");
// In a task of its own, so that an early answer that has come meanwhile is handled first.
setTimeout(() => root && render(<App />, root));
await resumeSession();
// Once the page is there, while its answers are on their way.
if (sessionState.peek() === "in") setTimeout(prepareAmounts);
