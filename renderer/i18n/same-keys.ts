/** The keys of the French file of an area, each with a text: what its English file must have. */
export type SameKeys<Fr> = { readonly [K in keyof Fr]: string };
