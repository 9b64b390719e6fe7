// The pages work without this: it adds buttons that copy, fits the preview's height, and tidies addresses.
(function () {
  "use strict";

  document.querySelectorAll("[data-copy]").forEach(function (field) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.className = "copy";
    button.setAttribute("aria-describedby", field.id);
    button.addEventListener("click", function () {
      field.select();
      // Without a secure connection there is no clipboard to write to: the text is selected, ready to be copied.
      if (!navigator.clipboard) { button.textContent = "Selected"; return; }
      navigator.clipboard.writeText(field.value).then(
        function () { button.textContent = "Copied"; },
        function () { button.textContent = "Selected"; }
      );
    });
    field.insertAdjacentElement("afterend", button);
  });

  window.addEventListener("message", function (event) {
    if (!event.data || event.data.type !== "quotes:height" || !(event.data.height > 0)) return;
    document.querySelectorAll("iframe.preview").forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.height = Math.min(2000, Math.ceil(event.data.height));
    });
  });

  // `?q=harbour` instead of `?q=harbour&speaker=&organization=&…`
  document.querySelectorAll("form[data-tidy]").forEach(function (form) {
    form.addEventListener("submit", function () {
      form.querySelectorAll("input").forEach(function (input) { input.disabled = !input.value.trim(); });
    });
    window.addEventListener("pageshow", function () {
      form.querySelectorAll("input").forEach(function (input) { input.disabled = false; });
    });
  });
})();
