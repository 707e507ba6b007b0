/** Longer forms are cut: they are no words. */
export const MAX_NORM = 48;
const NEGATION_ENDING = /n't$/;
const REPEATED = /(.)\1{2,}/g;

/** Folds one written form: compatibility forms, case, curly apostrophes, and three letters in a row to one or two. */
export function normalise(form: string): string {
  let norm = form.length > MAX_NORM ? form.slice(0, MAX_NORM) : form;
  let ascii = true;
  for (let i = 0; i < norm.length; i += 1) if (norm.charCodeAt(i) > 127) ascii = false;
  if (!ascii) norm = norm.normalize('NFKC').replace(/[\u2018\u2019\u02bc\u00b4]/g, "'");
  norm = norm.toLowerCase();
  if (!ascii) norm = norm.normalize('NFD').replace(/\p{M}/gu, '');
  if (norm.includes("'")) norm = foldApostrophe(norm);
  const code = norm.charCodeAt(0);
  if (norm.length > 3 && code > 57) norm = norm.replace(REPEATED, '$1$1');
  return norm;
}

/** "doesn't" and "doesnt" meet; "camera's" is "camera"; "we're" is "we", not "were". */
function foldApostrophe(norm: string): string {
  if (NEGATION_ENDING.test(norm)) return norm.replace("'", '');
  const at = norm.indexOf("'");
  const [head, tail] = [norm.slice(0, at), norm.slice(at + 1)];
  if (tail === 's') return head === 'it' || head === 'let' ? `${head}s` : head;
  if (tail === 'll' || tail === 're' || tail === 've' || tail === 'm' || tail === '') return head;
  if (tail === 'd') return `${head}'d`;
  return head + tail.replaceAll("'", '');
}
