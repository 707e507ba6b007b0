import { useEffect, useRef, useState } from 'preact/hooks';
import type { LogPage } from '../../../server/contract/moderation-log.ts';
import { getJson, toApiFailure } from '../../api.ts';
import { Icon } from '../../components/icon.tsx';
import { formatCount, plural } from '../../state/figures.ts';
import { useResource } from '../../state/resource.ts';
import { browserDigest, CHAIN_START, type ChainState, type Digest, verifyRows } from '../../state/verify-chain.ts';

const PAGE = '200';

type Check = { state: ChainState; isRunning: boolean; error: string | null };

/** Reads the whole log and checks each row against the one before, in the reader's own browser. */
async function checkLog(
  digest: Digest,
  signal: AbortSignal,
  onState: (state: ChainState) => void,
): Promise<ChainState> {
  let state = CHAIN_START;
  for (let cursor: string | null = null; ; ) {
    const query = { limit: PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: LogPage = await getJson<LogPage>('/decisions/log', query, signal);
    state = await verifyRows(state, page.items, digest);
    onState(state);
    cursor = page.next;
    if (state.fault !== null) return state;
    if (cursor !== null) continue;
    const isCut = page.head !== null && (page.head.seq > state.rows || page.head.hash !== state.hash);
    return isCut ? { ...state, fault: `Row ${state.rows + 1} was cut off.` } : state;
  }
}

const tell = ({ state, isRunning, error }: Check): string => {
  if (error !== null) return `The log could not be read: ${error}`;
  if (isRunning) return `Checking: ${formatCount(state.rows)} rows so far …`;
  if (state.fault !== null) return `${state.fault} The rows before it are right.`;
  return `All ${formatCount(state.rows)} rows are as they were written. Checked in this browser.`;
};

/** How the log stands: how many rows, the hash of the last to keep elsewhere, and a check of the whole. */
export function ChainLine() {
  const { value } = useResource<LogPage>('/decisions/log', { limit: '1' });
  const [check, setCheck] = useState<Check | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const head = value?.head ?? null;
  const digest = browserDigest;
  const run = async () => {
    if (!digest) return;
    abort.current?.abort();
    const current = new AbortController();
    abort.current = current;
    setCheck({ state: CHAIN_START, isRunning: true, error: null });
    try {
      const state = await checkLog(digest, current.signal, (sofar) =>
        setCheck({ state: sofar, isRunning: true, error: null }),
      );
      setCheck({ state, isRunning: false, error: null });
    } catch (error) {
      if (!current.signal.aborted) {
        setCheck({ state: CHAIN_START, isRunning: false, error: toApiFailure(error).message });
      }
    }
  };
  const isBroken = check !== null && !check.isRunning && (check.state.fault !== null || check.error !== null);
  return (
    <section class={`note chain ${isBroken ? 'warn' : ''}`} aria-label="State of the log">
      <Icon name={isBroken ? 'alert' : 'link'} />
      <div>
        {head === null ? (
          <p>{value === null ? 'Reading the log …' : 'Nothing has been logged yet.'}</p>
        ) : (
          <p>
            <b>{plural(head.seq, 'row', 'rows')}</b>, undos and rules too, each sealed with the one before. Hash of the
            last: <code class="hash">{head.hash}</code>
          </p>
        )}
        <p role="status">{check ? tell(check) : null}</p>
        {head !== null && digest === null ? (
          <p>This connection is not secure, so the browser cannot check it: run “reviewfinder log verify”.</p>
        ) : null}
      </div>
      {head !== null && digest !== null ? (
        <button type="button" class="btn small" disabled={check?.isRunning === true} onClick={() => void run()}>
          Verify
        </button>
      ) : null}
    </section>
  );
}
