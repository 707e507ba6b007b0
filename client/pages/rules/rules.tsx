import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { ChecksCard } from './checks-card.tsx';
import { ErasureDialog } from './erasure-dialog.tsx';
import { RuleCard } from './rule-card.tsx';

/** What is decided without a person, what holds a review, and the way to erase a person's data. */
export function Rules() {
  const [isErasing, setErasing] = useState(false);
  useEffect(() => {
    document.title = 'Rules and checks · Reviewfinder';
  }, []);
  return (
    <div class="page">
      <div class="page-head">
        <h1>Rules and checks</h1>
        <div class="right">
          <button
            type="button"
            class="btn"
            aria-label="Erase a person’s data"
            aria-haspopup="dialog"
            onClick={() => setErasing(true)}
          >
            <Icon name="removed" />
            <span class="wide-text">Erase a person’s data</span>
          </button>
        </div>
      </div>
      <div class="grid">
        <RuleCard />
        <ChecksCard />
      </div>
      {isErasing ? <ErasureDialog onClose={() => setErasing(false)} /> : null}
    </div>
  );
}
