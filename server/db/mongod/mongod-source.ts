import type { Mongod } from './verify-mongod.ts';

export interface MongodRequest {
  /** Version that made the data folder: only its series may open it again. */
  wanted: string | undefined;
  cacheDir: string;
  /** Folders to look for programs in, as in PATH. */
  searchPath: string;
  /** Takes one line for a person, without a line end. */
  log: (line: string) => void;
}

/** One way to come by a mongod. `find` throws an Error that says in one line why it did not work. */
export interface MongodSource {
  name: string;
  /** Whether it takes a network and time, so that its failure is worth a line at once. */
  fetches?: boolean;
  find(request: MongodRequest): Promise<Mongod>;
}
