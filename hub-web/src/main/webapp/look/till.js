// The till: keys as printed on the buttons, the field always ready, a short sound with each result.
(function () {
  "use strict";
  function visible(element) {
    return element.offsetParent !== null;
  }
  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || !/^(F\d|Escape)$/.test(event.key)) {
      return;
    }
    if (event.key === "Escape" && document.querySelector("details.menu[open]")) {
      return;
    }
    var target = Array.prototype.find.call(
      document.querySelectorAll('[data-key="' + event.key + '"]'), visible);
    if (target) {
      event.preventDefault();
      if (target.tagName === "INPUT") {
        target.focus();
        target.select();
      } else if (target.dataset.ask) {
        target.focus(); // points are spent by a second key: Enter
      } else {
        target.click();
      }
    }
  });
  // A scanner types wherever the cursor is: what is typed beside a field goes into the one field.
  document.addEventListener("keypress", function (event) {
    var home = document.querySelector("[data-home]");
    var active = document.activeElement;
    if (home && event.key.length === 1 && (!active || active === document.body || active.id === "main")) {
      home.focus();
    }
  });
  // Nothing is sent twice by an impatient finger; the server would book it once anyway.
  document.addEventListener("submit", function (event) {
    if (event.target.dataset.sent) {
      event.preventDefault();
    }
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  function tone(context, frequency, start, length) {
    var source = context.createOscillator();
    var volume = context.createGain();
    source.frequency.value = frequency;
    volume.gain.setValueAtTime(0.12, context.currentTime + start);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + start + length);
    source.connect(volume).connect(context.destination);
    source.start(context.currentTime + start);
    source.stop(context.currentTime + start + length);
  }
  var result = document.querySelector("[data-sound]");
  var quiet = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (result && !quiet && window.AudioContext) {
    var context = new AudioContext();
    if (result.dataset.sound === "good") {
      tone(context, 880, 0, 0.09);
      tone(context, 1320, 0.1, 0.14);
    } else {
      tone(context, 220, 0, 0.25);
    }
  }
})();
