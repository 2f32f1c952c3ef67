// Writes dates.json: one day of each month in each language that has a file
// here, as Node has it from CLDR. Make it anew after adding a language:
//   node shared/words/testdata/dates.mjs
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const here = new URL(".", import.meta.url);
const languages = new URL("../", here);
const langs = readdirSync(languages)
  .filter((file) => file.endsWith(".go"))
  .flatMap((file) => readFileSync(new URL(file, languages), "utf8").match(/(?<=^\tLang: *")[^"]+/gm) ?? [])
  .sort();

// The day is month + 8, so that both lengths of a number occur.
const dates = Object.fromEntries(langs.map((lang) => {
  const format = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", timeZone: "UTC" });
  return [lang, Array.from({ length: 12 }, (_, m) => format.format(Date.UTC(2026, m, m + 9)))];
}));
writeFileSync(new URL("dates.json", here), JSON.stringify(dates, null, "\t") + "\n");
