/**
 * The headers of an answer for middleware to change; null for the 101 of a WebSocket, whose headers
 * are immutable: a change would throw, and the client would lose its connection.
 */
export const mutableHeaders = ({ status, headers }: Response): Headers | null =>
  status === 101 ? null : headers;
