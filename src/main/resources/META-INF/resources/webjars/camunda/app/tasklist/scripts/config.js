import '../../../assets/citycase/session.js';

// The engine reads both the language of the browser and the fallback, and writes its dates in the one that came last:
// they must be one and the same for a desk that reads Chinese.
const language = /^zh/i.test(navigator.language) ? 'zh' : 'en';

// A desk begins with what is due first; by itself Tasklist would name the time of creation as its order.
if (!location.hash.includes('sorting=')) {
  const byDueDate = encodeURIComponent(JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
  const rest = location.hash.replace(/^#\/?/, '');
  const separator = rest.includes('?') ? '&' : '?';
  history.replaceState(history.state, '', '#/' + rest + separator + 'sorting=' + byDueDate);
}

// The shortcuts are the engine's own: without them here the help of Tasklist would name none.
export default {
  app: {
    name: 'CityCase',
    vendor: '数字城管'
  },
  // It belongs to the engine's own login form, which nobody comes to see.
  disableWelcomeMessage: true,
  locales: {
    availableLocales: ['en', 'de', 'zh'],
    fallbackLocale: language
  },
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
