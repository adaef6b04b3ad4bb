/**
 * Waits for the hand: while a button of the mouse or a finger is down, nothing on the page may move.
 * A message that appears as a field is left would push the button that is being pressed from under the pointer.
 */

const waiting = [];
let pressed = false;

/** Does what has waited. */
export function settle() {
  for (const action of waiting.splice(0)) action();
}

/** Does something at once, or when the pointer is up again and its click has been heard. */
export function afterPress(action) {
  if (pressed) waiting.push(action);
  else action();
}

const released = () => {
  pressed = false;
  setTimeout(settle);
};
addEventListener("pointerdown", () => (pressed = true), true);
addEventListener("pointerup", released, true);
addEventListener("pointercancel", released, true);
