// The house has one login, its own. Where an engine page would show a form of its own, after a log-out or at the end of
// a session, it is loaded anew instead: that leads to the login, and from there back to the page.
function leadToLogin() {
  if (/^#!?\/login/.test(location.hash)) location.replace(location.pathname);
}

addEventListener('hashchange', leadToLogin);
leadToLogin();
