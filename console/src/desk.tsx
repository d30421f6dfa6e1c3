import "./styles/index.css";
import { render } from "preact";
import { resumeSession } from "./app/session.ts";
import "./app/theme.ts";
import { Desk } from "./desk/desk.tsx";

addEventListener("vite:preloadError", () => location.reload());

const root = document.querySelector("#app");
if (root) render(<Desk />, root);
await resumeSession();
