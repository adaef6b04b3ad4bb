/** Files of the index, unpacked: the names of its records in their order, single records, and columns over all of them. */

const SIGNATURE = 12;

/** The names of all records of an index, in the order of its columns. */
export async function namesOfRecords(folder, hash) {
  const bytes = await unpacked(new URL(`pagefind.${hash}.pf_meta`, folder));
  const [, records] = value({ bytes, at: SIGNATURE });
  return records.map(([name]) => name).sort();
}

/** One record: its address, its words and what is shown of it. */
export async function recordOf(folder, name) {
  const bytes = await unpacked(new URL(`fragment/${name}.pf_fragment`, folder));
  return JSON.parse(new TextDecoder().decode(bytes.subarray(SIGNATURE)));
}

/** A column after `generator/publishing/search_facets.py`: its values, and for each row the numbers of its own. */
export async function columnOf(folder, name, rows) {
  const bytes = await unpacked(new URL(name, folder));
  const end = bytes.indexOf(10);
  const values = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  let at = end + 1;
  const numbers = (count) => {
    const plane = (bits) => bytes.subarray(at + bits * count, at + (bits + 1) * count);
    const [low, middle, high] = [plane(0), plane(1), plane(2)];
    at += 3 * count;
    return Array.from(low, (part, one) => part | (middle[one] << 8) | (high[one] << 16));
  };
  const lengths = numbers(rows);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (bytes.length !== at + 3 * whole) throw new Error("the columns are those of another index");
  const every = numbers(whole);
  let from = 0;
  return { values, rows: lengths.map((length) => every.slice(from, (from += length))) };
}

async function unpacked(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const stream = answer.body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The next value of a CBOR text (RFC 8949): numbers, texts and lists are all that Pagefind writes. */
function value(from) {
  const head = from.bytes[from.at++];
  let length = head & 31;
  if (length > 23) {
    const size = 1 << (length - 24);
    length = 0;
    for (let count = 0; count < size; count += 1) length = length * 256 + from.bytes[from.at++];
  }
  if (head >> 5 === 0) return length;
  if (head >> 5 === 3) return new TextDecoder().decode(from.bytes.subarray(from.at, (from.at += length)));
  if (head >> 5 === 4) return Array.from({ length }, () => value(from));
  throw new Error("the index has a form that is not known here");
}
