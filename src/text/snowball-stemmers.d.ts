/** The part of the package that is used; it brings no types of its own. */
declare module 'snowball-stemmers' {
  const snowball: {
    newStemmer(language: 'french' | 'english'): { stem(word: string): string };
  };
  export default snowball;
}
