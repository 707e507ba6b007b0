type SelectProps = {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
};

/** A choice in a form, under its label. */
export const Select = ({ label, value, options, onChange }: SelectProps) => (
  <label class="field">
    <span>{label}</span>
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([id, text]) => (
        <option key={id} value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

type NumberProps = { label: string; value: number; least: number; step: number; onChange: (value: number) => void };

/** A number in a form, under its label. */
export const NumberField = ({ label, value, least, step, onChange }: NumberProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type="number"
      min={least}
      step={step}
      value={value}
      onInput={(event) => onChange(Number(event.currentTarget.value))}
    />
  </label>
);

type AddressesProps = { value: string; canMail: boolean; onInput: (value: string) => void };

/** Addresses to send mails to, apart by commas; shut where the server cannot mail. */
export const Addresses = ({ value, canMail, onInput }: AddressesProps) => (
  <label class="field">
    <span>E-mail to{canMail ? '' : ' (this server has no mail server)'}</span>
    <input
      type="text"
      value={value}
      disabled={!canMail}
      autocomplete="off"
      placeholder="ann@shop.example, bob@shop.example"
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  </label>
);
