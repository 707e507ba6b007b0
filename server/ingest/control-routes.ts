import { z } from 'zod';
import { actorName } from '../access/actor.ts';
import { ImportView } from '../contract/imports.ts';
import { ImportId } from '../contract/primitives.ts';
import { type Operation, operation } from '../http/operation.ts';
import { idNumber } from '../public-ids.ts';
import type { ImportService } from './import-service.ts';

const OneImport = z.strictObject({ id: ImportId });

interface Control {
  name: string;
  summary: string;
  description: string;
  status: 200 | 202;
  access: Operation['access'];
  act: (id: number) => Promise<ImportView>;
}

const controlOperation = ({ name, access, summary, description, status, act }: Control): Operation =>
  operation({
    id: `${name}Import`,
    access,
    method: 'post',
    path: `/imports/{id}/${name}`,
    tag: 'Imports',
    summary,
    description: `${description} 409 in a state in which that is not possible: see \`can\` of the import.`,
    params: OneImport,
    answers: { [status]: { description: 'The import as it is now.', schema: ImportView } },
    problems: [409],
    handle: async ({ params }) => {
      const body = await act(idNumber(params.id));
      return { status, body, headers: { Location: `/api/v1/imports/${body.id}` } };
    },
  });

/** What can be asked of an import. */
export const controlOperations = (service: ImportService): Operation[] =>
  [
    {
      name: 'pause',
      access: 'ingest' as const,
      summary: 'Pause an import',
      description: 'One that runs is paused after the batch at hand: until then it tells so in `asked`.',
      status: 200 as const,
      act: (id: number) => service.ask(id, 'pause'),
    },
    {
      name: 'resume',
      access: 'ingest' as const,
      summary: 'Go on with a paused import where it was',
      description: 'It waits for its turn.',
      status: 200 as const,
      act: (id: number) => service.ask(id, 'resume'),
    },
    {
      name: 'cancel',
      access: 'ingest' as const,
      summary: 'End an import',
      description: 'One that runs ends after the batch at hand. What it has stored stays, and can be undone.',
      status: 200 as const,
      act: (id: number) => service.ask(id, 'cancel'),
    },
    {
      name: 'undo',
      access: 'moderate' as const,
      summary: 'Take back all that an import has stored and changed',
      description:
        'In the background: reviews that it created are removed with the reason `import-undone`, those that it updated say again what they said before. `decided-since` while decisions rest on them.',
      status: 202 as const,
      act: (id: number) => service.turn(id, 'undo', actorName()),
    },
    {
      name: 'redo',
      access: 'moderate' as const,
      summary: 'Let an undone import stand again',
      description: 'In the background.',
      status: 202 as const,
      act: (id: number) => service.turn(id, 'redo', actorName()),
    },
    {
      name: 'confirm',
      access: 'ingest' as const,
      summary: 'Do what a dry run told of',
      description:
        'Once, within 24 hours: a new import of the same file with the same settings. Its `differsFromDryRun` says in the end whether something else was stored in between.',
      status: 202 as const,
      act: (id: number) => service.confirm(id),
    },
  ].map(controlOperation);
