/** A cell: its text, and how to open the sentences behind it where there are any. */
export type TableCell = { text: string; open?: () => void; label?: string };
export type TableView = {
  columns: { label: string; isNumber: boolean }[];
  rows: { head: string; cells: TableCell[] }[];
};

/** One table with a head for each column and row; figures that stand for reviews open them. */
export const DataTable = ({ caption, view }: { caption: string; view: TableView }) => (
  // biome-ignore lint/a11y/useSemanticElements: a table that scrolls sideways needs a name and the focus
  // biome-ignore lint/a11y/noNoninteractiveTabindex: or the keyboard could not scroll it
  <div class="scroll-x" tabIndex={0} role="region" aria-label={`${caption}, table`}>
    <table class="t data">
      <caption class="sr">{caption}</caption>
      <thead>
        <tr>
          {view.columns.map(({ label, isNumber }) => (
            <th key={label} scope="col" class={isNumber ? 'num' : ''}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map(({ head, cells }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells.map((cell, at) => (
              <td key={view.columns[at + 1]?.label ?? at} class={view.columns[at + 1]?.isNumber ? 'num' : ''}>
                {cell.open ? (
                  <button type="button" class="cell-link" aria-label={cell.label} onClick={cell.open}>
                    {cell.text}
                  </button>
                ) : (
                  cell.text
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
