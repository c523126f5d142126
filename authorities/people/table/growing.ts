/** A growing list of numbers without an object per number. */
export class GrowingNumbers {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const wider = new Uint32Array(this.length * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.length] = value;
    this.length += 1;
  }

  /** A view that is valid until the next `push`. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}

/** UTF-8 texts laid end to end. */
export class GrowingText {
  #bytes = Buffer.alloc(65_536);
  length = 0;

  /** @returns where the text begins */
  push(text: string): number {
    const start = this.length;
    // A UTF-16 unit takes at most three bytes.
    if (start + text.length * 3 > this.#bytes.length) {
      const wider = Buffer.alloc(Math.max(this.#bytes.length * 2, start + text.length * 3));
      this.#bytes.copy(wider, 0, 0, start);
      this.#bytes = wider;
    }
    this.length += this.#bytes.write(text, start, 'utf8');
    return start;
  }

  view(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }
}
