import type { HeldPage } from '../../../server/contract/screening.ts';
import { shortcutOf } from '../../components/key-button.tsx';
import { PillSelect } from '../../components/parts.tsx';
import { SavedViews } from '../../components/saved-views.tsx';
import { CHECK_WORDS } from '../../state/checks.ts';
import { formatCount, nameOf, nameProduct } from '../../state/figures.ts';
import { keyOf, keysOn } from '../../state/keys.ts';
import { workspace } from '../../state/workspace.ts';

export type HeldFilterName = 'check' | 'product' | 'source';
export type HeldFilters = Partial<Record<HeldFilterName, string>>;

type HeldHeadProps = {
  filters: HeldFilters;
  counts: HeldPage['counts'];
  search: string;
  onFilter: (patch: Partial<Record<HeldFilterName, string | null>>) => void;
  onView: (query: string) => void;
  onHelp: () => void;
};

/** Title and filters; each check says how many it holds or has noted. */
export function HeldHead({ filters, counts, search, onFilter, onView, onHelp }: HeldHeadProps) {
  const { products = [], sources = [] } = workspace.value ?? {};
  const checks = counts.filter(({ check, reviews }) => reviews > 0 || check === filters.check);
  const pills = [
    {
      name: 'check' as const,
      label: 'Found',
      choices: checks.map(({ check, reviews }) => ({
        value: check as string,
        label: `${CHECK_WORDS[check]} (${formatCount(reviews)})`,
      })),
    },
    {
      name: 'product' as const,
      label: 'Product',
      choices: products.map(({ product }) => ({ value: product, label: nameProduct(product) })),
    },
    {
      name: 'source' as const,
      label: 'Source',
      choices: sources.map(({ source }) => ({ value: source, label: nameOf(source) })),
    },
  ];
  return (
    <div class="dq-head">
      <div class="page-head">
        <h1>Held</h1>
        <div class="right">
          <button
            type="button"
            class="btn quiet"
            aria-keyshortcuts={shortcutOf('help')}
            aria-haspopup="dialog"
            onClick={onHelp}
          >
            Keys {keysOn.value ? <kbd>{keyOf('help')}</kbd> : 'are off'}
          </button>
        </div>
      </div>
      <div class="filters">
        {pills.map(({ name, label, choices }) => {
          const value = filters[name] ?? '';
          const known = choices.some((choice) => choice.value === value) || value === '';
          return (
            <PillSelect
              key={name}
              label={label}
              value={value}
              isOn={value !== ''}
              options={[{ value: '', label: 'All' }, ...choices, ...(known ? [] : [{ value, label: value }])]}
              onChange={(chosen) => onFilter({ [name]: chosen || null })}
            />
          );
        })}
        <span class="end">
          <a class="link" href="/moderation">
            What is held, and why
          </a>
          <SavedViews page="held" query={search} onOpen={onView} />
        </span>
      </div>
    </div>
  );
}
