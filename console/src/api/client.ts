import { cookieSession, createClient } from "@mahfaza/client";

/** The session of this browser. Its refresh token is in a cookie that no script can read. */
export const session = cookieSession({ baseUrl: "" });

/** The API of this origin. */
export const api = createClient({ baseUrl: "", session });
