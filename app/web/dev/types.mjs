// Write src/api/schema.d.ts from the portal's description of itself in openapi.json (`make describe` brings both up to
// date), or from another file or address. With --check, only say whether it is up to date.
import { readFile, writeFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";

const check = process.argv.includes("--check");
const from = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? new URL("../openapi.json", import.meta.url);
const remote = typeof from === "string" && from.startsWith("http");
const answer = remote ? await (await fetch(from, { signal: AbortSignal.timeout(30_000) })).json() : JSON.parse(await readFile(from, "utf8"));
const written = `// Made by \`npm run types\`; not edited by hand.\n${astToString(await openapiTS(answer.data?.openapi ? answer.data : answer))}`;
const place = new URL("../src/api/schema.d.ts", import.meta.url);
if (!check) {
  await writeFile(place, written);
} else if ((await readFile(place, "utf8")) !== written) {
  console.error("src/api/schema.d.ts is not what openapi.json says: run `make describe`.");
  process.exit(1);
}
