/** The request that is on the screen, as a line for a shell and as a few lines of Python. */
import { type Asked, badJson, pretty } from "./request";

const TOKEN = "SKYRELAY_TOKEN";
const PYTHON_WIDTH = 88;

/** Quoted for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function curl({ url, method, body }: Asked): string {
  const parts = [`curl -X ${method} ${quoted(url)}`, `-H "Authorization: token $${TOKEN}"`];
  if (body !== null) parts.push("-H 'Content-Type: application/json'", `--data ${quoted(pretty(body, 0))}`);
  return parts.join(" \\\n  ");
}

/** JSON as Python writes it: `True`, `False` and `None`, broken into lines where it is long. */
export function python(value: unknown, indent = ""): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}    `;
  const items = Array.isArray(value)
    ? value.map((item: unknown) => python(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${python(item, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length + indent.length <= PYTHON_WIDTH && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => `${inner}${item},\n`).join("")}${indent}${close}`;
}

/** With httpx, whose client is also what the functions of skyportal-py take. */
export function httpx({ url, method, body }: Asked): string {
  const { origin, pathname, search } = new URL(url);
  // A number of more than 15 digits does not survive JavaScript, so the body is sent as the text that it is.
  const exact = body !== null && badJson(body) === null && !/\d{16}/.test(body);
  const sent = body === null ? "" : exact ? `, json=${python(JSON.parse(body) as unknown, "    ")}` : `, content=${JSON.stringify(pretty(body, 0))}`;
  const type = body === null || exact ? "" : ', "Content-Type": "application/json"';
  return [
    "import os",
    "",
    "import httpx",
    "",
    `headers = {"Authorization": f"token {os.environ['${TOKEN}']}"${type}}`,
    `with httpx.Client(base_url="${origin}", headers=headers) as client:`,
    `    answer = client.request("${method}", ${JSON.stringify(pathname + search)}${sent})`,
    "    answer.raise_for_status()",
    '    print(answer.json()["data"])',
  ].join("\n");
}
