// Small comforts of every page; without them each page still works.
(function () {
  "use strict";
  // An open menu closes by Escape and by a click beside it.
  function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (menu !== except) {
        menu.removeAttribute("open");
      }
    });
  }
  document.addEventListener("click", function (event) {
    closeMenus(event.target.closest("details.menu"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      var open = document.querySelector("details.menu[open]");
      if (open) {
        open.removeAttribute("open");
        open.querySelector("summary").focus();
        event.stopPropagation();
      }
    }
  });
  // A table that asks for rows after the session ended is answered 401: loading anew leads to the login.
  if (window.jQuery) {
    window.jQuery(document).ajaxError(function (event, answer) {
      if (answer.status === 401 || answer.status === 403) {
        window.location.reload();
      }
    });
  }
})();
