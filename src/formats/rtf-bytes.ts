/** Bytes that wait to be decoded together, in one block that grows by doubling. */
export class RtfBytes {
  #block = new Uint8Array(256);
  #length = 0;

  add(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#block.length) {
      const larger = new Uint8Array(Math.max(this.#block.length * 2, this.#length + bytes.length));
      larger.set(this.#block.subarray(0, this.#length));
      this.#block = larger;
    }
    this.#block.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** All of them, until the next `add`. */
  take(): Uint8Array {
    const taken = this.#block.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
