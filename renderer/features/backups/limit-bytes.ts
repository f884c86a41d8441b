/** The size limit as people say it: 2,048 MB are « 2 Go », not « 2,1 Go ». */
export function limitBytes(limitMb: number): number {
  return Math.round((limitMb / 1024) * 10) * 100_000_000;
}
