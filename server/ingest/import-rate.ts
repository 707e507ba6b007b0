/** What is measured now and then of work with an end. */
interface Sample {
  /** Milliseconds. */
  at: number;
  /** Reviews so far. */
  reviews: number;
  /** Of the whole, from 0 to 1; null where the whole is not known. */
  share: number | null;
}

/** Time over which the pace is taken. */
const WINDOW_MS = 5000;

/** The pace of the last seconds: call with each sample. Null until there are two. */
export function createRateMeter() {
  const samples: Sample[] = [];
  return (sample: Sample): { rate: number | null; secondsLeft: number | null } => {
    samples.push(sample);
    while (samples.length > 2 && (samples[0] as Sample).at < sample.at - WINDOW_MS) samples.shift();
    const first = samples[0] as Sample;
    const seconds = (sample.at - first.at) / 1000;
    if (seconds <= 0) return { rate: null, secondsLeft: null };
    const rate = Math.round(((sample.reviews - first.reviews) / seconds) * 10) / 10;
    if (sample.share === null || first.share === null || sample.share <= first.share)
      return { rate, secondsLeft: null };
    const secondsLeft = Math.ceil(((1 - sample.share) / (sample.share - first.share)) * seconds);
    return { rate, secondsLeft: Math.max(0, secondsLeft) };
  };
}
