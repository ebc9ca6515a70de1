// The code on the member's page is worth something for two minutes: a fresh one is fetched in time.
(function () {
  "use strict";
  var square = document.querySelector("[data-code]");
  if (!square) {
    return;
  }
  var everyMillis = 60000;
  function refresh() {
    if (document.hidden) {
      return;
    }
    fetch(square.dataset.code, { credentials: "same-origin", redirect: "error" })
      .then(function (answer) {
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        return answer.text();
      })
      .then(function (svg) {
        var parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
        square.replaceChildren(document.importNode(parsed, true));
      })
      .catch(function () {
        // Signed out or offline: a code that no till would take must not be shown.
        square.replaceChildren();
      });
  }
  window.setInterval(refresh, everyMillis);
  document.addEventListener("visibilitychange", refresh);
})();
