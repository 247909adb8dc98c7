// Write src/api/schema.d.ts from the portal's own description of itself, served in the envelope or bare, or from a file.
import { readFile, writeFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";

const from = process.argv[2] ?? "http://127.0.0.1:5000/api/openapi.json";
const answer = from.startsWith("http") ? await (await fetch(from, { signal: AbortSignal.timeout(30_000) })).json() : JSON.parse(await readFile(from, "utf8"));
const written = astToString(await openapiTS(answer.data?.openapi ? answer.data : answer));
await writeFile(new URL("../src/api/schema.d.ts", import.meta.url), `// Made by \`npm run types\`; not edited by hand.\n${written}`);
