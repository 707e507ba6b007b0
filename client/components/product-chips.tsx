import { nameProduct } from '../state/figures.ts';

type ProductChipsProps = {
  legend: string;
  products: readonly string[];
  chosen: readonly string[];
  least?: number;
  most: number;
  onChange: (products: string[]) => void;
};

/** Products to press, so many at least and at most; why one cannot be pressed stands in its title. */
export const ProductChips = ({ legend, products, chosen, least = 0, most, onChange }: ProductChipsProps) => (
  <fieldset class="compare-choose">
    <legend>{legend}</legend>
    {products.map((product) => {
      const isOn = chosen.includes(product);
      const refused =
        isOn && chosen.length <= least
          ? `At least ${least}`
          : !isOn && chosen.length >= most
            ? `At most ${most}`
            : undefined;
      return (
        <button
          key={product}
          type="button"
          class="chip"
          aria-pressed={isOn}
          disabled={refused !== undefined}
          title={refused}
          onClick={() => onChange(isOn ? chosen.filter((id) => id !== product) : [...chosen, product])}
        >
          {nameProduct(product)}
        </button>
      );
    })}
  </fieldset>
);
