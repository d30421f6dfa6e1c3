import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/answer.ts";
import { me, readProfile, resumeSession, sessionState } from "../api/session.ts";
import { FailureNotice } from "../problems/failure-notice.tsx";
import { Front } from "../ui/front.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { DeskLogin } from "./desk-login.tsx";
import { NoRole } from "./no-role.tsx";
import { operator } from "./operator.ts";
import { DeskRoutes } from "./routes.tsx";
import { DeskShell } from "./shell.tsx";

/** The session reads the profile itself; after this time it has failed, and is read again here. */
const READ_AGAIN_MS = 4000;

/** Shows the desk to operators, and tells other people what they lack. */
export function DeskGate() {
  switch (sessionState.value) {
    case "in":
      return <Inside />;
    case "starting":
      return (
        <Front>
          <Skeleton form="card" count={1} />
        </Front>
      );
    case "offline":
      return (
        <Front>
          <FailureNotice failure={{ kind: "offline" }} onAgain={() => void resumeSession()} />
        </Front>
      );
    default:
      return (
        <Front>
          <DeskLogin />
        </Front>
      );
  }
}

function Inside() {
  if (me.value === null) return <ProfileMissing />;
  if (operator() === null) {
    return (
      <Front>
        <NoRole />
      </Front>
    );
  }
  return (
    <DeskShell>
      <DeskRoutes />
    </DeskShell>
  );
}

/** The session is there, and the profile, which has the role, is on its way or did not come. */
function ProfileMissing() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = () => void readProfile().then(setFailure);
  useEffect(() => {
    const timer = setTimeout(read, READ_AGAIN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Front>
      {failure ? <FailureNotice failure={failure} onAgain={read} /> : <Skeleton form="card" />}
    </Front>
  );
}
