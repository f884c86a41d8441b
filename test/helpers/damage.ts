import { treePage } from '../../src/salvage/pages/tree-page.ts';

/** What happens to files: each takes the bytes of a sound one and gives those of a damaged one, the same for a seed. */
export function damaged(sound: Buffer, seed: number): { readonly kind: string; readonly bytes: Buffer } {
  const next = numbers(seed);
  const page = 4096;
  const pages = Math.floor(sound.length / page);
  const bytes = Buffer.from(sound);
  const somePage = (): number => 1 + Math.floor(next() * (pages - 1));
  const kinds: Readonly<Record<string, () => Buffer>> = {
    'flipped bytes': () => {
      for (let n = 0; n < 20; n += 1) {
        const at = 100 + Math.floor(next() * (bytes.length - 100));
        bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(next() * 254));
      }
      return bytes;
    },
    'emptied from a page on': () => bytes.fill(0, somePage() * page).subarray(0, bytes.length),
    'a page of zeros': () => {
      const at = somePage() * page;
      return bytes.fill(0, at, at + page);
    },
    'swapped pages': () => {
      const [a, b] = [somePage() * page, somePage() * page];
      const kept = Buffer.from(bytes.subarray(a, a + page));
      bytes.copy(bytes, a, b, b + page);
      kept.copy(bytes, b);
      return bytes;
    },
    'a text in the middle': () => {
      bytes.write('Ceci est un autre fichier. '.repeat(400), somePage() * page);
      return bytes;
    },
    'its first page lost': () => {
      const noise = Math.floor(next() * 3);
      if (noise > 0)
        for (let at = 0; at < page; at += 1) bytes[at] = noise === 1 ? Math.floor(next() * 256) : 0x20;
      return noise === 0 ? bytes.fill(0, 0, page) : bytes;
    },
    'its list of tables lost': () => {
      for (const each of treePage(bytes.subarray(0, page), 100, page)?.children ?? [])
        if (next() < 0.7) bytes.fill(0, (each - 1) * page, each * page);
      return bytes;
    },
    'a short file': () => bytes.subarray(0, somePage() * page + Math.floor(next() * page)),
  };
  const names = Object.keys(kinds);
  const kind = names[seed % names.length] ?? 'flipped bytes';
  return { kind, bytes: kinds[kind]?.() ?? bytes };
}

function numbers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
