import "../styles/desk.css";
import { LocationProvider } from "preact-iso";
import { DESK_ROOT } from "../../paths.ts";
import { DeskGate } from "./gate.tsx";

/** The operators' console. */
export function Desk() {
  return (
    <LocationProvider scope={DESK_ROOT}>
      <DeskGate />
    </LocationProvider>
  );
}
