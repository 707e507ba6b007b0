import type { AlertScope, AlertView, CreateAlert } from '../../../server/contract/alerts.ts';
import { nameOf, nameProduct } from '../../state/figures.ts';
import { workspace } from '../../state/workspace.ts';
import { DIRECTIONS, SENSITIVITIES } from './alert-words.ts';
import { NumberField, Select } from './form-fields.tsx';

/** A rule as it stands in the form; whom it tells is kept apart. */
export type Rule = Required<Omit<CreateAlert, 'enabled' | 'scope' | 'channel'>> & { scope: AlertScope };

/** What of an alert is its rule. */
export const toRule = (alert: AlertView): Rule => {
  const { name, metric, scope, direction, change, windowDays, minimumN, sensitivity, frequency } = alert;
  return { name, metric, scope, direction, change, windowDays, minimumN, sensitivity, frequency };
};

type PartProps = { rule: Rule; set: (patch: Partial<Rule>) => void };

/** What the workspace knows of a scope, and what is chosen where it does not know it any more. */
const listScope = (known: readonly (readonly [string, string])[], chosen: string | undefined) => [
  ['', 'All'] as const,
  ...known,
  ...(chosen === undefined || known.some(([id]) => id === chosen) ? [] : [[chosen, chosen] as const]),
];

/** Of which feature, product and source. */
export function Scope({ rule, set }: PartProps) {
  const { features = [], products = [], sources = [] } = workspace.value ?? {};
  const { scope } = rule;
  const scopeTo = (name: keyof AlertScope, value: string) => {
    const { [name]: _, ...rest } = scope;
    set({ scope: value === '' ? rest : { ...rest, [name]: value } });
  };
  return (
    <>
      {rule.metric === 'stars' ? null : (
        <Select
          label="Feature"
          value={scope.feature ?? ''}
          options={listScope(
            features.map(({ feature, label }) => [feature, label] as const),
            scope.feature,
          )}
          onChange={(value) => scopeTo('feature', value)}
        />
      )}
      <Select
        label="Product"
        value={scope.product ?? ''}
        options={listScope(
          products.map(({ product }) => [product, nameProduct(product)] as const),
          scope.product,
        )}
        onChange={(value) => scopeTo('product', value)}
      />
      <Select
        label="Source"
        value={scope.source ?? ''}
        options={listScope(
          sources.map(({ source }) => [source, nameOf(source)] as const),
          scope.source,
        )}
        onChange={(value) => scopeTo('source', value)}
      />
    </>
  );
}

/** From when on it fires, and how often at most. */
export const Thresholds = ({ rule, set }: PartProps) => (
  <>
    <Select
      label="When it"
      value={rule.direction}
      options={Object.entries(DIRECTIONS)}
      onChange={(value) => set({ direction: value as Rule['direction'] })}
    />
    <NumberField
      label={rule.metric === 'share-negative' ? 'By at least (0 to 1)' : 'By at least'}
      value={rule.change}
      least={0}
      step={rule.metric === 'volume' ? 1 : 0.01}
      onChange={(change) => set({ change })}
    />
    <NumberField
      label="Within days"
      value={rule.windowDays}
      least={1}
      step={1}
      onChange={(windowDays) => set({ windowDays })}
    />
    <NumberField label="Least n" value={rule.minimumN} least={1} step={1} onChange={(minimumN) => set({ minimumN })} />
    <Select
      label="Sensitivity"
      value={rule.sensitivity}
      options={Object.entries(SENSITIVITIES)}
      onChange={(value) => set({ sensitivity: value as Rule['sensitivity'] })}
    />
    <Select
      label="At most"
      value={rule.frequency}
      options={[
        ['daily', 'Once a day'],
        ['weekly', 'Once in seven days'],
      ]}
      onChange={(value) => set({ frequency: value as Rule['frequency'] })}
    />
  </>
);
