/** Web addresses that readers may safely follow; the counterpart of `generator/model/web_address.py`. */

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const LOCAL_ENDINGS = [".local", ".localhost", ".internal", ".invalid", ".home", ".lan", ".test", ".onion", ".arpa"];
const NUMBER = /^(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+))*$/;
const TRACKING = /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_openstat)$/i;

/** Why an address cannot be published, in words that follow its name; null where it can. */
export function faultInAddress(text) {
  if (/^["']|["']$/.test(text)) return "begins or ends with a quotation mark: take it out";
  if (!/^[!-~]+$/.test(text) || /["<>\\^`{|}]/.test(text))
    return "holds a space, a letter outside ASCII or a sign that addresses must percent-encode; copy it from the browser's address bar";
  if (!/^https?:\/\/[^/]/.test(text)) return "must begin with http:// or https://";
  const { authority, path, query } = parted(text);
  if (authority.includes("@")) return "must not hold a user name before the host (`@`)";
  if (/[[\]]/.test(authority)) return "is not a web address that a browser can open";
  if (authority.includes(":")) return "must not name a port";
  const host = authority.toLowerCase();
  if (NUMBER.test(host) || !HOST.test(host) || LOCAL_ENDINGS.some((ending) => host.endsWith(ending)))
    return `must lead to a public host, not \`${host.slice(0, 80)}\``;
  if (authority !== host) return `must write its host in small letters: \`${host.slice(0, 80)}\``;
  if (/\/(?:\.|%2e){1,2}(?=\/|$)/i.test(path))
    return "must not hold `/./` or `/../`, which browsers leave out; copy it from the browser's address bar";
  if (query.includes("'")) return "must write `'` behind the `?` as `%27`";
  return null;
}

/** The parts of an address that begins with http:// or https://. */
function parted(url) {
  const [before] = url.replace(/^https?:\/\//, "").split("#");
  const at = before.search(/[/?]/);
  const [authority, rest] = at < 0 ? [before, ""] : [before.slice(0, at), before.slice(at)];
  const mark = rest.indexOf("?");
  return { authority, path: mark < 0 ? rest : rest.slice(0, mark), query: mark < 0 ? "" : rest.slice(mark + 1) };
}

/** The address by which two citations of one page are recognised; never shown. */
export function canonicalAddress(url) {
  const { authority, path, query } = parted(url);
  const host = authority.toLowerCase().replace(/^(?:(?:www|m|amp)\.)+(?=[^.]+\.)/, "");
  let way = path.replace(/\/+$/, "");
  while (way.endsWith("/amp")) way = way.slice(0, -4).replace(/\/+$/, "");
  const pairs = query
    .split("&")
    .filter(Boolean)
    .map((pair) =>
      (pair.includes("=") ? [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] : [pair, ""]).map(
        unquoted,
      ),
    )
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a, x], [b, y]) => inOrder(a, b) || inOrder(x, y));
  const written = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
  return host + way + (written ? `?${written}` : "");
}

function inOrder(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1)
    if (a[at] !== b[at]) return a[at].codePointAt(0) - b[at].codePointAt(0);
  return a.length - b.length;
}

/** A part of a query without its percent signs; bytes that are no UTF-8 become the replacement sign. */
function unquoted(text) {
  const bytes = [];
  const plain = text.replaceAll("+", " ");
  for (let at = 0; at < plain.length; at += 1) {
    const hex = plain[at] === "%" && /^[0-9a-f]{2}$/i.test(plain.slice(at + 1, at + 3));
    bytes.push(hex ? parseInt(plain.slice(at + 1, at + 3), 16) : plain.charCodeAt(at));
    if (hex) at += 2;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

const encoded = (text) =>
  encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The address without the parameters that say who followed a link and never which page it is. */
export function withoutTracking(url) {
  const [before, ...anchor] = url.split("#");
  const mark = before.indexOf("?");
  if (mark < 0) return url;
  const kept = before
    .slice(mark + 1)
    .split("&")
    .filter((pair) => !TRACKING.test(pair.split("=")[0]));
  return [before.slice(0, mark) + (kept.length ? `?${kept.join("&")}` : ""), ...anchor].join("#");
}

/** CRC-32 (ISO 3309) of a text of ASCII signs as eight hexadecimal digits: the short hash in the index of known addresses. */
export function shortHash(text) {
  let sum = 0xffffffff;
  for (const sign of text) {
    sum ^= sign.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
