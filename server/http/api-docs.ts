import type { Operation } from './operation.ts';

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const section = (spec: Operation) => `<section id="${escapeHtml(spec.id)}">
<h3><code>${spec.method.toUpperCase()} /api/v1${escapeHtml(spec.path)}</code></h3>
<p>${escapeHtml(spec.summary)}.</p>
${spec.description ? `<p>${escapeHtml(spec.description)}</p>` : ''}
<ul>${Object.entries(spec.answers)
  .map(([status, answer]) => `<li><strong>${status}</strong> ${escapeHtml(answer.description)}</li>`)
  .join('')}</ul>
</section>`;

/** A page that lists every operation; the schemas stand in the API document. No script, so it needs no exception from the policy. */
export function renderApiDocs(operations: readonly Operation[], version: string): string {
  const tags = [...new Set(operations.map((spec) => spec.tag))];
  const body = tags
    .map(
      (tag) =>
        `<h2>${escapeHtml(tag)}</h2>${operations
          .filter((spec) => spec.tag === tag)
          .map(section)
          .join('\n')}`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Reviewfinder API</title></head>
<body><main><h1>Reviewfinder API ${escapeHtml(version)}</h1>
<p>Errors are problem documents (RFC 9457). Lists page by <code>limit</code> and <code>cursor</code>. Times are ISO 8601 UTC.
The complete description with all schemas is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
${body}
</main></body></html>
`;
}
