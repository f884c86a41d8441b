/** A socket that does what the test says. */
export class FakeSocket extends EventTarget {
  readonly sent: string[] = [];

  send(text: string): void {
    this.sent.push(text);
  }

  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  /** The other end went away, or refused. */
  drop(): void {
    this.dispatchEvent(new Event('close'));
  }

  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  /** What was sent, as messages. */
  get messages(): readonly { readonly type: string; readonly id: number; readonly name?: string }[] {
    return this.sent.map((text) => JSON.parse(text));
  }
}
