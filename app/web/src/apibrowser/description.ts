/** The portal's description of its API (OpenAPI 3.1), as pure functions read it. */

export type Schema = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: Schema;
}

export interface Described {
  paths: Record<string, Record<string, RawOperation>>;
  tags?: { name: string; description?: string }[];
  info?: { description?: string };
  components?: { schemas?: Record<string, Schema> };
}

interface RawOperation {
  summary?: string;
  description?: string;
  operationId: string;
  tags: string[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema; examples?: Record<string, { summary?: string; value: unknown }> }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  security?: unknown[];
}

export interface BodyExample { name: string; value: unknown }

export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  tag: string;
  parameters: Parameter[];
  /** Null where nothing is to be sent. */
  body: { schema: Schema; examples: BodyExample[] } | null;
  /** The schema of `data` in the envelope; null where the answer is a file. */
  answer: Schema | null;
  files: string[];
  open: boolean;
}

export interface Tag { name: string; description: string; operations: Operation[] }

/** Without the marks that say which words are code. */
const plain = (text: string): string => text.replaceAll("`", "");

function operation(path: string, method: string, raw: RawOperation): Operation {
  const body = raw.requestBody?.content["application/json"];
  const answers = raw.responses["200"]?.content ?? {};
  const envelope = answers["application/json"]?.schema?.["properties"] as Record<string, Schema> | undefined;
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    summary: plain(raw.summary ?? ""),
    description: plain(raw.description ?? ""),
    tag: raw.tags[0] ?? "",
    parameters: raw.parameters,
    body: body ? { schema: body.schema, examples: Object.entries(body.examples ?? {}).map(([name, given]) => ({ name: given.summary ?? name, value: given.value })) } : null,
    answer: envelope?.["data"] ?? null,
    files: Object.keys(answers).filter((kind) => kind !== "application/json"),
    open: raw.security?.length === 0,
  };
}

/** All operations by tag, both in the order of the alphabet. */
export function tagsOf(described: Described): Tag[] {
  const said = new Map(described.tags?.map((tag) => [tag.name, tag.description ?? ""]));
  const tags = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const [method, raw] of Object.entries(methods)) {
      const made = operation(path, method, raw);
      tags.set(made.tag, [...(tags.get(made.tag) ?? []), made]);
    }
  }
  return [...tags].sort(([a], [b]) => a.localeCompare(b)).map(([name, operations]) => ({ name, description: said.get(name) ?? "", operations }));
}

/** Whether each word of the phrase stands somewhere in what is said of the operation. */
export function matches(phrase: string, found: Operation): boolean {
  const text = [found.method, found.path, found.summary, found.tag, ...found.parameters.map((p) => p.name)].join(" ").toLowerCase();
  return phrase.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** The tags that have something to say to the phrase, with that alone; what the address says comes first. */
export function search(tags: readonly Tag[], phrase: string): Tag[] {
  const words = phrase.trim();
  if (!words) return [...tags];
  return tags.map((tag) => ({ ...tag, operations: tag.operations.filter((each) => matches(words, each)) })).filter((tag) => tag.operations.length > 0);
}

export interface Field { name: string; type: string; required: boolean; description: string }

function named(schema: Schema, components: Record<string, Schema>): Schema {
  const ref = schema["$ref"];
  return typeof ref === "string" ? (components[ref.replace("#/components/schemas/", "")] ?? {}) : schema;
}

/** A schema's type in a word or two, such as `list of integer`, `string or null`. */
export function typeName(schema: Schema, components: Record<string, Schema> = {}): string {
  const ref = schema["$ref"];
  if (typeof ref === "string") {
    const meant = named(schema, components);
    return meant["enum"] ? typeName(meant, components) : ref.replace("#/components/schemas/", "");
  }
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as Schema[] | undefined;
  if (choices) return [...new Set(choices.map((choice) => typeName(choice, components)))].join(" or ");
  if (schema["enum"]) return (schema["enum"] as unknown[]).map((value) => JSON.stringify(value)).join(", ");
  if ("const" in schema) return JSON.stringify(schema["const"]);
  if (schema["type"] === "array") return `list of ${typeName((schema["items"] as Schema | undefined) ?? {}, components)}`;
  if (typeof schema["format"] === "string") return schema["format"];
  return typeof schema["type"] === "string" ? schema["type"] : "anything";
}

/** The fields of an object's schema, or of the objects of a list; empty for anything else. */
export function fieldsOf(schema: Schema, components: Record<string, Schema>): Field[] {
  const meant = named(schema, components);
  if (meant["type"] === "array") return fieldsOf((meant["items"] as Schema | undefined) ?? {}, components);
  const choices = ((meant["anyOf"] ?? meant["oneOf"]) as Schema[] | undefined) ?? [];
  if (choices.length > 0) return choices.map((choice) => fieldsOf(choice, components)).find((fields) => fields.length > 0) ?? [];
  const required = new Set(meant["required"] as string[] | undefined);
  return Object.entries((meant["properties"] as Record<string, Schema> | undefined) ?? {}).map(([name, field]) => ({
    name,
    type: typeName(field, components),
    required: required.has(name),
    description: typeof field["description"] === "string" ? field["description"] : "",
  }));
}
