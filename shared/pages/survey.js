(function () {
  'use strict';
  var alarm = document.getElementById('alarm'), each = Array.prototype.forEach;
  var buttons = document.querySelectorAll('.live'), radios = document.querySelectorAll('.scale label [form]');
  var seen = now(), clicked = -1e9, struck = -1e9, quick = 0, sent = false;

  function now() { return Date.now(); }
  function visible() { return document.visibilityState !== 'hidden'; }
  function one(selector) { return document.querySelector(selector); }
  function say(what) { alarm.textContent = what ? alarm.getAttribute('data-' + what) : ''; }

  function trapped() {
    var all = '';
    each.call(document.querySelectorAll('[name=reference]'), function (field) { all += field.value; });
    return all;
  }

  function ready(yes) {
    sent = !yes;
    each.call(buttons, function (button) { button.disabled = sent; });
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

  // What is to be sent of each kind of button; nothing while it is not all there.
  var kinds = {
    score: function (fields) {
      var chosen = one('.scale label :checked');
      if (!chosen) {
        say('choose');
        radios[0].focus();
        return false;
      }
      fields.score = chosen.value;
      fields.reference = one('[name=reference][form=sheet]').value;
      return true;
    },
    words: function (fields) {
      var words = one('[name=comment]'), quote = one('[name=quote]:checked');
      if (!words.value.trim()) {
        words.focus();
        return false;
      }
      fields.comment = words.value;
      fields.reference = one('[name=reference][form=words]').value;
      if (quote) fields.quote = quote.value;
      return true;
    },
    leave: function (fields, event) {
      fields['List-Unsubscribe'] = 'One-Click';
      return event.isTrusted;
    },
    choice: function (fields, event) {
      var chosen = one('.choice :checked');
      if (!chosen) {
        say('choose');
        one('.choice input').focus();
        return false;
      }
      fields[chosen.name] = chosen.value;
      fields.reference = trapped();
      return event.isTrusted;
    },
    value: function (fields, event) {
      fields[event.currentTarget.name] = event.currentTarget.value;
      fields.reference = trapped();
      return event.isTrusted;
    }
  };

  function press(button, event) {
    if (now() < seen) seen = now(); // the clock was put back
    var dwell = now() - seen, fields = {
      page: button.getAttribute('data-page'), from: 'script', trusted: event.isTrusted ? 1 : 0, dwell: dwell, quick: quick
    };
    if (sent || !visible() || dwell < 700 || !kinds[button.getAttribute('data-sends')](fields, event)) return;
    if (navigator.onLine === false) return say('failed');
    say();
    post(fields);
    ready(false);
    setTimeout(function () {
      if (!sent) return;
      ready(true);
      say('failed');
    }, 15000);
  }

  each.call(buttons, function (button) {
    button.addEventListener('click', function (event) { press(button, event); });
  });
  each.call(radios, function (radio) {
    radio.addEventListener('click', function (event) {
      var at = now();
      if ((event.detail > 0 || !event.isTrusted) && at - clicked < 80) quick++;
      clicked = at;
      say();
    });
    radio.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && !event.repeat) press(one('[data-sends=score]'), event);
    });
  });
  document.addEventListener('keydown', function (event) {
    var at = now();
    // Screen readers are steered with chords: Ctrl and Option go down as one.
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.key === 'Shift' || event.target.name === 'comment') return;
    if (at - struck < 50) quick++;
    struck = at;
  }, true);
  document.addEventListener('visibilitychange', function () { if (visible()) seen = now(); });
  window.addEventListener('pageshow', function () { ready(true); });
  window.addEventListener('online', function () { say(); });
})();
