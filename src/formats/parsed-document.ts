// PROVISIONAL, so that the core runs: to be replaced by the full reader.
export interface ParsedDocument {
  readonly format: 'text' | 'docx';
  readonly text: string;
  readonly headings: readonly { readonly paragraph: number; readonly level: number; readonly title: string }[];
  readonly encoding: { readonly name: string; readonly label: string; readonly confidence: number; readonly hadBom: boolean } | null;
  readonly properties: { readonly title?: string; readonly author?: string; readonly created?: string };
  readonly warnings: readonly { readonly code: string; readonly details: Readonly<Record<string, unknown>> }[];
}
export class FormatError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
