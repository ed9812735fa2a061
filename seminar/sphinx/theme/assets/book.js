// The page's own script: colours by choice, contents on a phone, and boxes that scroll reachable by keyboard.
"use strict";
(() => {
  const key = "reading-a-partnership:theme";
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try {
      return localStorage.getItem(key) || "";
    } catch {
      return ""; // storage refused: the device decides
    }
  };
  let chosen = stored();
  const paint = () => {
    root.dataset.theme = chosen || (device.matches ? "dark" : "light");
  };
  device.addEventListener("change", paint);
  paint();

  const select = document.getElementById("theme");
  if (select) {
    select.value = chosen;
    select.closest(".theme").hidden = false;
    select.addEventListener("change", () => {
      chosen = select.value;
      try {
        localStorage.setItem(key, chosen);
      } catch {
        // storage refused: the choice holds for this page
      }
      paint();
    });
  }

  // Live exercises take the place of what the build wrote, which comes back on paper.
  const exercises = new Map(
    [...document.querySelectorAll(".seminar-exercise, .seminar-recall")].map((place) => [place, [...place.children]]),
  );
  const print = document.querySelector(".print");
  print?.addEventListener("click", ({ target }) => {
    const how = target.value;
    if (!how) return;
    if (globalThis.seminarPrint) return globalThis.seminarPrint(how, exercises);
    const script = document.createElement("script");
    script.src = print.dataset.script;
    script.addEventListener("load", () => globalThis.seminarPrint(how, exercises));
    document.head.append(script);
  });

  // Without scripts these are links, and the style sheet opens the contents by :target.
  const contents = document.getElementById("contents");
  const open = document.querySelector(".top .open");
  const close = document.querySelector(".contents .close");
  if (contents && open && close) {
    const button = (link) => {
      link.setAttribute("role", "button");
      link.addEventListener("keydown", (event) => {
        if (event.key === " ") {
          event.preventDefault();
          link.click();
        }
      });
    };
    const show = (shown) => {
      contents.classList.toggle("shown", shown);
      open.setAttribute("aria-expanded", String(shown));
      (shown ? close : open).focus();
    };
    button(open);
    button(close);
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-controls", "contents");
    open.addEventListener("click", (event) => {
      event.preventDefault();
      show(!contents.classList.contains("shown"));
    });
    close.addEventListener("click", (event) => {
      event.preventDefault();
      show(false);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && contents.classList.contains("shown")) show(false);
    });
  }

  const reach = () => {
    for (const box of document.querySelectorAll(".scroll, .highlight pre")) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);
  // Widths need a layout of the whole page: not before the exercises are alive.
  addEventListener("load", () => setTimeout(reach));
})();
