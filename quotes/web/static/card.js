(function () {
  "use strict";
  if (window.parent === window) return;

  // WordPress puts `#?secret=…` behind the address of a frame and hears only messages that repeat it.
  var found = /secret=(\w{10})(?!\w)/.exec(window.location.hash);
  var secret = found ? found[1] : null;
  var last = 0;
  var waiting = 0;

  function height() {
    return Math.ceil(document.getElementById("card").getBoundingClientRect().height);
  }

  function post(again) {
    var now = height();
    if (!now || (now === last && !again)) return;
    last = now;
    var message = secret
      ? { message: "height", value: now, secret: secret }
      : { type: "quotes:height", id: document.body.dataset.quote, height: now };
    window.parent.postMessage(message, "*");
  }

  function postSoon() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(post, 50);
  }

  window.addEventListener("message", function (event) {
    if (event.source !== window.parent || !event.data) return;
    if (event.data.message === "ready" && secret && event.data.secret === secret) post(true);
  });

  // A WordPress frame may neither open windows nor leave: the page around it goes to our page for us.
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (!link || !secret) return;
    event.preventDefault();
    window.parent.postMessage({ message: "link", value: document.body.dataset.page, secret: secret }, "*");
  });

  post();
  window.addEventListener("load", function () { post(true); });
  window.addEventListener("resize", postSoon);
})();
