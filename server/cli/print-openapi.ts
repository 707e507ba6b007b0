import { type ApiServices, apiOperations } from '../api-operations.ts';
import { buildOpenApi } from '../http/openapi.ts';
import { packageVersion } from './package-version.ts';
import { writeJsonLine } from './write-line.ts';

/** The document needs the operations, which hold services but call none until a request comes. */
const idle = { analytics: {} } as unknown as ApiServices;

export async function printOpenApi(): Promise<void> {
  await writeJsonLine(buildOpenApi(apiOperations(idle), packageVersion()));
}
