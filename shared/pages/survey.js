(function () {
  'use strict';
  var button = document.querySelector('.live'), alarm = document.getElementById('alarm');
  var radios = document.querySelectorAll('[name=score][form]');
  var seen = now(), last = -1e9, quick = 0, sent = false;

  function now() { return Date.now(); }
  function visible() { return document.visibilityState !== 'hidden'; }
  function say(text) { alarm.textContent = text || ''; }

  function ready(yes) {
    sent = !yes;
    button.disabled = sent;
  }

  function post(fields) {
    var form = document.createElement('form');
    form.method = 'post';
    form.action = '?';
    Object.keys(fields).forEach(function (name) {
      var field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = fields[name];
      form.appendChild(field);
    });
    document.body.appendChild(form);
    form.submit();
    document.body.removeChild(form);
  }

  function press(event) {
    var dwell = now() - seen, chosen = document.querySelector('[name=score][form]:checked');
    if (sent || !visible() || dwell < 700) return;
    if (!chosen) {
      say(alarm.getAttribute('data-choose'));
      return radios[0].focus();
    }
    if (navigator.onLine === false) return say(alarm.getAttribute('data-failed'));
    say();
    post({
      score: chosen.value, page: button.getAttribute('data-page'), from: 'script', trusted: event.isTrusted ? 1 : 0,
      dwell: dwell, quick: quick, reference: document.querySelector('[name=reference][form]').value
    });
    ready(false);
    setTimeout(function () { if (sent) { ready(true); say(alarm.getAttribute('data-failed')); } }, 15000);
  }

  button.addEventListener('click', press);
  Array.prototype.forEach.call(radios, function (radio) {
    radio.addEventListener('click', function (event) {
      var at = now();
      if ((event.detail > 0 || !event.isTrusted) && at - last < 80) quick++;
      last = at;
      say();
    });
    radio.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && !event.repeat) press(event);
    });
  });
  document.addEventListener('visibilitychange', function () { if (visible()) seen = now(); });
  window.addEventListener('pageshow', function () { ready(true); });
  window.addEventListener('online', function () { say(); });
})();
