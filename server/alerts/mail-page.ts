import { type Html, html } from './html.ts';

const INK = '#1c2733';
const QUIET = '#5b6875';

/** Inline, because mail clients drop style sheets; tables for layout, because some know nothing else. */
export const STYLE = {
  heading: `margin:24px 0 8px;font-size:16px;line-height:22px;color:${INK};`,
  text: `margin:0 0 12px;font-size:14px;line-height:20px;color:${INK};`,
  quiet: `margin:0 0 12px;font-size:12px;line-height:18px;color:${QUIET};`,
  quote: `margin:2px 0 0;font-size:13px;line-height:18px;font-style:italic;color:${QUIET};`,
  link: 'color:#0b5cad;text-decoration:underline;',
  table: 'width:100%;border-collapse:collapse;margin:0 0 12px;',
  head: `padding:6px 8px 6px 0;border-bottom:1px solid #c9d1d9;text-align:left;font-size:12px;line-height:16px;font-weight:normal;color:${QUIET};`,
  cell: `padding:8px 8px 8px 0;border-bottom:1px solid #e6eaee;text-align:left;vertical-align:top;font-size:14px;line-height:20px;color:${INK};`,
} as const;

/** A whole document without scripts, pictures or anything else to fetch. */
export const mailPage = (title: string, body: readonly Html[]): string =>
  html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background:#f3f5f7;">
<table role="presentation" style="width:100%;border-collapse:collapse;background:#f3f5f7;"><tr><td style="padding:24px 12px;">
<table role="presentation" style="width:100%;max-width:640px;margin:0 auto;border-collapse:collapse;background:#ffffff;"><tr>
<td style="padding:24px;font-family:Arial,Helvetica,sans-serif;color:${INK};">
<h1 style="margin:0 0 12px;font-size:20px;line-height:26px;color:${INK};">${title}</h1>
${body}
</td></tr></table>
</td></tr></table>
</body>
</html>
`.markup;

/** A table with a heading for each column. */
export const mailTable = (columns: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html => html`
<table style="${STYLE.table}">
<thead><tr>${columns.map((column) => html`<th scope="col" style="${STYLE.head}">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td style="${STYLE.cell}">${cell}</td>`)}</tr>`)}</tbody>
</table>`;

/** Opens beside what shows the mail: in a preview the app cannot be opened within the frame. */
export const mailLink = (url: string, text: string): Html =>
  html`<a href="${url}" target="_blank" style="${STYLE.link}">${text}</a>`;
