/** The words of a text as people look for them, in any script; after `generator/model/spelling.py`. */

// Letters and digits that writers and keyboards use for one another; the alefs lose their marks with the accents.
const SAME_LETTERS = {
  ة: "ه", ى: "ي", ی: "ي", ێ: "ي", ې: "ي", ک: "ك", ە: "ه", ھ: "ه", ہ: "ه", ۆ: "و", ۇ: "و",
  ڕ: "ر", ڵ: "ل", ٱ: "ا", ـ: "", ё: "е", ı: "i",
  ...Object.fromEntries(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"].flatMap((digits) => [...digits].map((sign, at) => [sign, `${at}`]))),
};
const SAME = new RegExp(`[${Object.keys(SAME_LETTERS).join("")}]`, "gu");
const APOSTROPHES = /['’‘ʿʾʼ`´ʹʻ′]/g;
const ARTICLE = /^(?:(?:[وفبك]?ال|لل)(?=[\p{L}\p{N}]{3}))+/u;

/** A text with letters that stand for one another made one. */
export const sameLetters = (text) => text.replace(SAME, (sign) => SAME_LETTERS[sign]);

/** The words of a text, each without case, accents and apostrophes. */
export function wordsOf(text) {
  const bare = sameLetters(text).replace(APOSTROPHES, "").toLowerCase().replaceAll("ß", "ss");
  const plain = bare.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return sameLetters(plain).replace(APOSTROPHES, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same as a search of the site takes them: Arabic words without their article. */
export const soughtWords = (text) => wordsOf(text).map((word) => word.replace(ARTICLE, ""));
