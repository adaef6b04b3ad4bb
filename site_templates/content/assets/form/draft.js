/** What has been typed, kept in this browser alone until it is deleted. */

const NAME = "incident-archive-form";
const VERSION = 1;

/** The draft of this archive's form, or null where there is none or the browser keeps nothing. */
export function keptDraft(prefix) {
  try {
    const kept = JSON.parse(localStorage.getItem(`${NAME}-${prefix}`));
    return kept?.version === VERSION ? kept : null;
  } catch {
    return null;
  }
}

/** Keep the answers, and whether their record was handed over; tells whether the browser could. */
export function keepDraft(prefix, answers, handedOver = false) {
  try {
    localStorage.setItem(`${NAME}-${prefix}`, JSON.stringify({ version: VERSION, answers, handedOver }));
    return true;
  } catch {
    return false;
  }
}

/** Forget the answers. */
export function deleteDraft(prefix) {
  try {
    localStorage.removeItem(`${NAME}-${prefix}`);
  } catch {
    // A browser that keeps nothing has nothing to delete.
  }
}

/** The kept answers laid over empty ones, so that a draft of an older form lacks nothing; what has another shape is left out. */
export function restored(empty, kept, shapes = {}) {
  const whole = structuredClone(empty);
  for (const [name, value] of Object.entries(whole)) {
    const old = kept?.[name];
    if (old === undefined || old === null) continue;
    if (Array.isArray(value)) {
      if (Array.isArray(old) && shapes[name]) whole[name] = old.map((item) => restored(shapes[name](), item, shapes));
    } else if (value !== null && typeof value === "object") whole[name] = restored(value, old, shapes);
    else if (typeof old === typeof value) whole[name] = old;
  }
  return whole;
}
