/**
 * Checks a record against this archive's JSON Schema (draft 2020-12), in the browser and without a library.
 *
 * It knows the keywords in which the published schemas are written and no others: an unknown one
 * throws, so that nothing goes unchecked in silence. Tests hold its verdicts against those of the
 * models and of an independent validator.
 *
 * @typedef {{path: (string|number)[], keyword: string, params: object, words: string}} Fault
 *   Where something is wrong, by which keyword, its details, and what is wanted in plain words.
 */

const ANNOTATIONS = new Set(
  "$schema $id $defs title description default enumDescriptions patternErrorMessage then else".split(" "),
);
const KINDS = {
  string: ["text", (value) => typeof value === "string"],
  integer: ["a whole number", (value) => Number.isInteger(value)],
  number: ["a number", (value) => typeof value === "number"],
  boolean: ["true or false", (value) => typeof value === "boolean"],
  array: ["a list", (value) => Array.isArray(value)],
  object: ["a mapping", (value) => typeof value === "object" && value !== null && !Array.isArray(value)],
};
const patterns = new Map();

/** Every fault of a value; an empty list where it fits. `schema` is a whole document. @returns {Fault[]} */
export function validate(schema, value) {
  return faultsOf(schema, value, schema, []);
}

/** What the schema says of the value at a path, with references followed; null where nothing is allowed there. */
export function fieldAt(schema, path) {
  let here = merged(schema, schema);
  for (const step of path) {
    const inner = branches(here, schema).map((branch) => inside(branch, step)).find((found) => found);
    if (inner === undefined) return null;
    here = merged(inner, schema);
  }
  return here;
}

/** Whether the mapping that holds the last key of a path needs it. */
export function isRequired(schema, path) {
  const holder = fieldAt(schema, path.slice(0, -1));
  return holder !== null && branches(holder, schema).some((branch) => branch.required?.includes(path.at(-1)) ?? false);
}

function inside(schema, step) {
  if (typeof step === "number") return schema.items;
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, step)) return schema.properties[step];
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
}

function branches(schema, root) {
  return [schema, ...(schema.anyOf ?? []).flatMap((branch) => branches(merged(branch, root), root))];
}

function merged(schema, root) {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  return { ...merged(definition($ref, root), root), ...own };
}

function definition(reference, root) {
  const name = reference.replace("#/$defs/", "");
  if (!Object.hasOwn(root.$defs, name)) throw new TypeError(`the schema has no definition ${reference}`);
  return root.$defs[name];
}

function faultsOf(schema, value, root, path) {
  if (schema === false) return [fault(path, "false", { extra: path.at(-1) }, "must be left out")];
  return Object.keys(schema).flatMap((keyword) => {
    if (ANNOTATIONS.has(keyword)) return [];
    if (!Object.hasOwn(RULES, keyword)) throw new TypeError(`the keyword ${keyword} is not known`);
    return RULES[keyword](schema[keyword], value, { schema, root, path });
  });
}

function fault(path, keyword, params, words) {
  return { path, keyword, params, words };
}

function when(wrong, place, keyword, params, words) {
  return wrong ? [fault(place.path, keyword, params, words)] : [];
}

function fits(schema, value, root) {
  return faultsOf(schema, value, root, []).length === 0;
}

const RULES = {
  $ref: (reference, value, { root, path }) => faultsOf(definition(reference, root), value, root, path),

  type(type, value, place) {
    const types = [type].flat();
    const words = `must be ${types.map((name) => KINDS[name][0]).join(" or ")}`;
    return when(!types.some((name) => KINDS[name][1](value)), place, "type", { types }, words);
  },
  enum: (allowed, value, place) =>
    when(!allowed.includes(value), place, "enum", { allowed }, `must be one of the ${allowed.length} known values`),

  minLength: (limit, value, place) => ofText(value, (size) => size < limit, place, "minLength", limit),
  maxLength: (limit, value, place) => ofText(value, (size) => size > limit, place, "maxLength", limit),
  pattern(pattern, value, place) {
    // A text of the wrong length is said to be so, and not searched: some searches take their time.
    const { minLength = 0, maxLength = Infinity } = place.schema;
    const searched = typeof value === "string" && lengthOf(value) >= minLength && lengthOf(value) <= maxLength;
    return searched ? ofPattern(pattern, value, place) : [];
  },

  minimum: (limit, value, place) => ofNumber(value, (number) => number < limit, place, "minimum", limit, "at least"),
  maximum: (limit, value, place) => ofNumber(value, (number) => number > limit, place, "maximum", limit, "at most"),
  exclusiveMinimum: (limit, value, place) =>
    ofNumber(value, (number) => number <= limit, place, "exclusiveMinimum", limit, "more than"),

  items: (items, value, { root, path }) =>
    KINDS.array[1](value) ? value.flatMap((item, number) => faultsOf(items, item, root, [...path, number])) : [],
  minItems: (limit, value, place) =>
    when(KINDS.array[1](value) && value.length < limit, place, "minItems", { limit }, `must have at least ${limit} ${limit === 1 ? "item" : "items"}`),
  maxItems: (limit, value, place) =>
    when(KINDS.array[1](value) && value.length > limit, place, "maxItems", { limit }, limit === 0 ? "must be empty" : `must have at most ${limit} items`),

  required: (names, value, place) =>
    names.flatMap((missing) =>
      when(KINDS.object[1](value) && !Object.hasOwn(value, missing), place, "required", { missing }, `needs \`${missing}\``),
    ),
  properties: (properties, value, { root, path }) =>
    keysOf(value)
      .filter((key) => Object.hasOwn(properties, key))
      .flatMap((key) => faultsOf(properties[key], value[key], root, [...path, key])),
  additionalProperties: (further, value, place) =>
    keysOf(value)
      .filter((key) => !Object.hasOwn(place.schema.properties ?? {}, key))
      .flatMap((extra) =>
        further === false
          ? when(true, place, "additionalProperties", { extra }, "has a key that is not known")
          : faultsOf(further, value[extra], place.root, [...place.path, extra]),
      ),
  propertyNames: (names, value, { root, path }) =>
    keysOf(value).flatMap((key) => faultsOf(names, key, root, [...path, key])),
  minProperties: (limit, value, place) =>
    when(KINDS.object[1](value) && keysOf(value).length < limit, place, "minProperties", { limit }, "must not be empty"),

  allOf: (conditions, value, { root, path }) =>
    conditions.flatMap((condition) =>
      faultsOf(condition, value, root, path).map((found) => ({ ...found, words: condition.description ?? found.words })),
    ),
  anyOf(alternatives, value, place) {
    const tried = alternatives.map((branch) => faultsOf(branch, value, place.root, place.path));
    if (tried.some((faults) => faults.length === 0)) return [];
    const ofItsKind = tried.filter((faults) => !faults.some((one) => isOfAnotherKind(one, value, place.path)));
    if (ofItsKind.length === 1) return ofItsKind[0];
    return [fault(place.path, "anyOf", { foreign: ofItsKind.length === 0 }, wordsOf(tried))];
  },
  not: (refused, value, place) => when(fits(refused, value, place.root), place, "not", {}, "is not allowed here"),
  if(condition, value, { schema, root, path }) {
    const branch = fits(condition, value, root) ? schema.then : schema.else;
    return branch === undefined ? [] : faultsOf(branch, value, root, path);
  },
};

function ofText(value, isWrong, place, keyword, limit) {
  if (typeof value !== "string" || !isWrong(lengthOf(value))) return [];
  const least = limit === 1 ? "must not be empty" : `must have at least ${limit} characters`;
  const words = keyword === "minLength" ? least : `must have at most ${limit} characters`;
  return [fault(place.path, keyword, { limit, actual: lengthOf(value) }, words)];
}

/** The length in characters, of which an emoji is one. */
function lengthOf(text) {
  return [...text].length;
}

function ofPattern(pattern, value, place) {
  if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(pattern, "u"));
  const words = place.schema.patternErrorMessage ?? "must have the form that the codebook gives";
  return when(!patterns.get(pattern).test(value), place, "pattern", { pattern }, words);
}

function ofNumber(value, isWrong, place, keyword, limit, words) {
  return when(typeof value === "number" && isWrong(value), place, keyword, { limit }, `must be ${words} ${limit}`);
}

function keysOf(value) {
  return KINDS.object[1](value) ? Object.keys(value) : [];
}

function isOfAnotherKind(one, value, path) {
  if (one.path.length !== path.length) return false;
  if (one.keyword === "enum") return typeof value !== "string";
  return one.keyword === "type" || (one.keyword === "anyOf" && one.params.foreign);
}

function wordsOf(tried) {
  return [...new Set(tried.map((faults) => faults[0].words))].join(", or ");
}
