// Gives the terminal the keys as soon as it is there, and again when the page is returned to.
"use strict";

const focusTerminal = () => {
  const input = document.querySelector("#terminal textarea");
  if (input) input.focus();
  return Boolean(input);
};

document.addEventListener("DOMContentLoaded", () => {
  if (focusTerminal()) return;
  const watch = new MutationObserver(() => {
    if (focusTerminal()) watch.disconnect();
  });
  watch.observe(document.querySelector("#terminal"), { childList: true, subtree: true });
});
window.addEventListener("focus", focusTerminal);
