/** Tells the operator what is wrong once, not at every try, and when it is over. */
export class Trouble {
  readonly #log: (line: string) => void;
  #told = "";

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  tell(line: string): void {
    if (line !== this.#told) this.#log(`telegram: ${line}`);
    this.#told = line;
  }

  over(): void {
    if (this.#told !== "") this.#log("telegram: it works again");
    this.#told = "";
  }
}
