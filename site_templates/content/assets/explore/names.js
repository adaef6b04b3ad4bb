// Words typed by a reader, found in titles and in every name of a place, source, actor and means, in any script and
// spelling: without case, accents and the Arabic article, with letters that stand for one another made one.
(() => {
  const SAME_LETTERS = {
    ة: "ه", ى: "ي", ی: "ي", ێ: "ي", ې: "ي", ک: "ك", ە: "ه", ھ: "ه", ہ: "ه", ۆ: "و", ۇ: "و",
    ڕ: "ر", ڵ: "ل", ٱ: "ا", ـ: "", ё: "е", ı: "i",
    ...Object.fromEntries(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"].flatMap((digits) => [...digits].map((sign, at) => [sign, `${at}`]))),
  };
  const SAME = new RegExp(`[${Object.keys(SAME_LETTERS).join("")}]`, "gu");
  const APOSTROPHES = /['’‘ʿʾʼ`´ʹʻ′]/g;
  const NAMED = ["type", "location", "source", "root", "actor", "means"];
  const ARTICLE = /^(?:(?:[وفبك]?ال|لل)(?=[\p{L}\p{N}]{3}))+/u;
  const PLAIN = /^[\x00-\x7f]*$/;
  let folded = [];
  let vocabularies;

  const sameLetters = (text) => text.replace(SAME, (sign) => SAME_LETTERS[sign]).replace(APOSTROPHES, "");

  /** The words of a text, folded; after `generator/model/spelling.py`. */
  function wordsOf(text) {
    if (PLAIN.test(text)) return text.replace(/['`]/g, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const bare = sameLetters(text).toLowerCase().replaceAll("ß", "ss").normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    return (sameLetters(bare).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(ARTICLE, ""));
  }
  Explore.wordsOf = wordsOf;

  /** A text in which a word is found by a space and its beginning. */
  const searched = (texts) => texts.map((text) => ` ${wordsOf(text).join(" ")}`).join("");

  const namesOf = (entry) => [
    entry.name,
    entry.key,
    ...Object.values(entry.names ?? {}).flat(),
    ...(entry.hidden ?? []),
  ];

  function ofRow(row) {
    const { columns, translated } = Explore.data;
    const { ids, titles, unfiled } = columns;
    const id = ids[row];
    folded[row] ??= searched([titles[row] ?? "", translated.get(id) ?? "", id, unfiled.get(row) ?? ""]);
    return folded[row];
  }

  function anyOf(list, row, found) {
    const start = list.offset[row];
    for (let at = start; at < start + list.size[row]; at += 1) if (found[list.flat[at]]) return true;
    return false;
  }

  /** A sign for each row that has every word of a text, as the beginning of a word of its own; null for no words. */
  Explore.withWords = (text) => {
    const { columns, facets, total } = Explore.data;
    const wanted = wordsOf(text);
    if (!wanted.length) return null;
    vocabularies ??= NAMED.map((facet) => facets[facet].map((entry) => searched(namesOf(entry))));
    const named = wanted.map((word) =>
      vocabularies.map((entries, at) => ({
        list: columns[NAMED[at]],
        found: Uint8Array.from(entries, (entry) => Number(entry.includes(` ${word}`))),
      })),
    );
    const used = named.map((lists) => lists.filter(({ found }) => found.includes(1)));
    const signs = new Uint8Array(total);
    for (const row of Explore.data.rows())
      signs[row] = Number(
        wanted.every(
          (word, at) =>
            ofRow(row).includes(` ${word}`) || used[at].some(({ list, found }) => anyOf(list, row, found)),
        ),
      );
    return signs;
  };

  /** Forget the folded texts, once titles have come that were not there. */
  Explore.refold = () => {
    folded = [];
  };
})();
