/** Shows one text after the other. What a later one says waits until the earlier ones have ended. */
export class ShownInTurn {
  readonly #show: (text: string) => void;
  readonly #waiting: string[] = [];
  readonly #isEnded: boolean[] = [];
  #shown = 0;

  constructor(show: (text: string) => void) {
    this.#show = show;
  }

  /** The next text. Its parts are given to `say`; `end` lets the text after it be shown. */
  next(): { say(part: string): void; end(): void } {
    const at = this.#waiting.push("") - 1;
    return {
      say: (part) => {
        if (at === this.#shown) this.#show(part);
        else this.#waiting[at] += part;
      },
      end: () => {
        this.#isEnded[at] = true;
        while (this.#isEnded[this.#shown]) {
          this.#shown += 1;
          const said = this.#waiting[this.#shown];
          if (said) this.#show(said);
        }
      },
    };
  }
}
