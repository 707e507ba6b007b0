import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { Only } from '../../components/only.tsx';
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
      </div>
      <div class="grid">
        <RuleCard />
        <ChecksCard />
        <section class="card" aria-labelledby="erase-title">
          <div class="card-h">
            <div>
              <h2 id="erase-title">A person’s data</h2>
              <p>
                For whoever asks to be forgotten: removes their reviews, and their name and address wherever they stand,
                in the log of decisions too. The log can be verified as before.
              </p>
            </div>
          </div>
          <div class="card-b">
            <Only right="admin">
              <button type="button" class="btn" aria-haspopup="dialog" onClick={() => setErasing(true)}>
                <Icon name="removed" />
                Erase a person’s data …
              </button>
            </Only>
          </div>
        </section>
      </div>
      {isErasing ? <ErasureDialog onClose={() => setErasing(false)} /> : null}
    </div>
  );
}
