// The keys of the desk. Every key presses or focuses something that is on the page and works without this script.

const SWITCH = "foresaid-keys";

function keysAreOn() {
  return localStorage.getItem(SWITCH) !== "off";
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

function lacksWhatItNeeds(button) {
  const field = button.dataset.needs && document.getElementById(button.dataset.needs);
  if (!field || field.value.trim()) return false;
  field.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (!keysAreOn()) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  if ("focus" in wanted.dataset) {
    const folded = wanted.closest("details");
    if (folded) folded.open = true;
    wanted.focus();
  } else {
    wanted.click();
  }
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-needs]");
  if (button && lacksWhatItNeeds(button)) event.preventDefault();
});

document.addEventListener("DOMContentLoaded", () => {
  const toggle = document.getElementById("keys-on");
  if (toggle) {
    toggle.checked = keysAreOn();
    toggle.addEventListener("change", () => localStorage.setItem(SWITCH, toggle.checked ? "on" : "off"));
  }
  const current = document.querySelector(".lines [aria-current]");
  if (current) current.scrollIntoView({ block: "nearest" });
  const text = document.querySelector(".text.windowed");
  const focus = text && text.querySelector(".focus");
  if (focus) text.scrollTop = focus.offsetTop - text.clientHeight / 3;
});
