// The page's own script: colours by choice, contents on a phone, definitions that open beside their terms, and boxes
// that scroll reachable by keyboard.
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

  const button = (link) => {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        link.click();
      }
    });
  };

  // Without scripts these are links, and the style sheet opens the contents by :target.
  const contents = document.getElementById("contents");
  const open = document.querySelector(".top .open");
  const close = document.querySelector(".contents .close");
  if (contents && open && close) {
    const show = (shown) => {
      contents.classList.toggle("shown", shown);
      open.setAttribute("aria-expanded", String(shown));
      (shown ? close : open).focus();
    };
    button(open);
    button(close);
    close.removeAttribute("aria-expanded");
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

  // A term is a link to the glossary. Where the browser can, its definition opens beside it: by click, tap, Enter or
  // Space until it is dismissed, by a resting mouse for as long as it rests there.
  const define = (box) => {
    const term = box.previousElementSibling;
    let kept = false;
    let wasKept = false;
    let waiting = 0;
    const shown = () => box.matches(":popover-open");
    const place = () => {
      const lines = term.getClientRects();
      const line = lines[lines.length - 1];
      const right = root.clientWidth - box.offsetWidth - 8;
      const above = line.top - box.offsetHeight - 6;
      const below = line.bottom + 6;
      const fits = below + box.offsetHeight <= innerHeight || above < 0;
      box.style.left = `${scrollX + Math.max(8, Math.min(line.left, right))}px`;
      box.style.top = `${scrollY + (fits ? below : above)}px`;
    };
    const show = () => {
      clearTimeout(waiting);
      if (!shown()) box.showPopover();
      place();
    };
    const rest = (event) => {
      clearTimeout(waiting);
      if (event.pointerType === "mouse" && !shown()) waiting = setTimeout(show, 350);
    };
    const leave = () => {
      clearTimeout(waiting);
      if (shown() && !kept) waiting = setTimeout(() => shown() && !kept && box.hidePopover(), 250);
    };
    button(term);
    term.setAttribute("aria-controls", box.id);
    // The browser closes what is open before a click arrives: whether it was must be known when the button goes down.
    term.addEventListener("pointerdown", () => {
      wasKept = shown() && kept;
    });
    term.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const close = event.detail ? wasKept : shown() && kept;
      wasKept = false;
      if (close) {
        if (shown()) box.hidePopover();
      } else {
        show();
        kept = true;
      }
    });
    term.addEventListener("pointerenter", rest);
    term.addEventListener("pointerleave", leave);
    box.addEventListener("pointerenter", () => clearTimeout(waiting));
    box.addEventListener("pointerleave", leave);
    box.addEventListener("toggle", (event) => {
      term.setAttribute("aria-expanded", String(event.newState === "open"));
      if (event.newState === "closed") kept = false;
    });
  };
  if ("popover" in HTMLElement.prototype) {
    for (const box of document.querySelectorAll(".seminar-definition")) define(box);
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
