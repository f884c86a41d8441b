import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Answer, CoreEvent, Request } from '../src/contract/wire.ts';
import { readRequest, type Carrier } from '../src/host/carrier.ts';
import { CALL_CHANNEL, shellRequest, type ShellRequest } from './messages.ts';
import { isOurs } from './protocol.ts';

/** What stands behind one window. */
export interface Desk {
  readonly carrier: Carrier;
  shell(request: ShellRequest): Promise<unknown>;
}

/** Who is asked: the desk of the window that sends, or `null` for a sender that has none. */
export type DeskOf = (sender: WebContents) => Desk | null;

/**
 * The one handler for everything a window asks. A sender that is not the page of one of our windows, or a message that
 * is not of the protocol, is refused with an error; what goes wrong in a call comes back as an answer.
 */
export function handleCalls(ipcMain: IpcMain, deskOf: DeskOf): void {
  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown) => {
    const desk = isOurPage(event) ? deskOf(event.sender) : null;
    if (desk === null) throw new Error('Refused: not a window of this program.');
    const wanted = readRequest(message);
    if (wanted !== null) return carry(desk.carrier, wanted);
    const asked = shellRequest.safeParse(message);
    if (!asked.success) throw new Error('Refused: not a message of the protocol.');
    return desk.shell(asked.data);
  });
}

/** The main frame of a window, and on our own origin: not a frame within it, not a page it was led to. */
function isOurPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}

async function carry(carrier: Carrier, message: Request): Promise<Answer> {
  if (message.type === 'call') return carrier.call(message);
  if (message.type === 'written') carrier.written();
  else carrier.cancel(message.id);
  return { ok: true, value: {} };
}

/** Events that every window of a core hears; progress goes to the call it belongs to. */
export function isForEveryWindow(event: CoreEvent): boolean {
  return event.type !== 'progress';
}
