/**
 * A WebSocket that joins all writes of one turn of the event loop into one message. The driver
 * writes a statement in five pieces. Its own coalescing uses a timer, which costs over a
 * millisecond per statement; a microtask costs nothing.
 */
export class CoalescingWebSocket extends WebSocket {
  #waiting: Uint8Array[] = [];

  override send(message: string | ArrayBuffer | ArrayBufferView): void {
    if (typeof message === "string") throw new TypeError("the Postgres protocol is binary");
    if (this.#waiting.length === 0) queueMicrotask(() => this.#sendWaiting());
    this.#waiting.push(bytesOf(message));
  }

  override close(code?: number, reason?: string): void {
    this.#sendWaiting();
    super.close(code, reason);
  }

  #sendWaiting(): void {
    const pieces = this.#waiting;
    this.#waiting = [];
    // If the socket was closed in the meantime, the close event informs the driver.
    if (pieces.length === 0 || this.readyState !== WebSocket.OPEN) return;
    const message = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let offset = 0;
    for (const piece of pieces) {
      message.set(piece, offset);
      offset += piece.length;
    }
    super.send(message);
  }
}

/** Copies the bytes, because the driver writes its next statement into the same buffer. */
function bytesOf(message: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(message)
    ? new Uint8Array(message.buffer, message.byteOffset, message.byteLength).slice()
    : new Uint8Array(message.slice(0));
}
