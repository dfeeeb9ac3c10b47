// The script of every task form. It runs inside the form that loads it and is handed camForm, $scope and $http.
// It fetches what the service knows about the task, offers it to the page as $scope.task, and sends the answer back.

var names = {
  advice: '建议 Advice to the reporter',
  condition: '立案条件 Filing condition',
  contractor: '代整改单位 Contractor',
  cost: '费用（元） Cost (yuan)',
  coUnits: '协办单位 Co-units',
  handler: '经办人 Handler',
  lat: '纬度 Latitude',
  lng: '经度 Longitude',
  mergedInto: '并入案卷 Merge into case',
  newGround: '新的理由 New ground',
  note: '说明 Note',
  objective: '客观原因 For objective reasons',
  reason: '理由 Reason',
  result: '处理结果 Result',
  split: '分摊，如 60/40 Split, e.g. 60/40',
  unit: '责任单位 Responsible unit',
  until: '挂账至 On hold until'
};

var kinds = {
  before: '处理前 Before',
  after: '处理后 After',
  check: '核查 Check',
  other: '其他 Other'
};

var limitUnits = {
  urgent_hour: '紧急工作时 urgent hour(s)',
  work_hour: '工作时 work hour(s)',
  work_day: '工作日 work day(s)',
  natural_day: '自然日 natural day(s)'
};

var quantities = {
  area: '面积 area',
  height: '高差 difference of height',
  depth: '深度 depth',
  width: '宽度 width',
  length: '长度 length',
  distance: '距离 distance',
  share: '占比 share',
  count: '数量 number',
  time: '时间 time'
};

var measureUnits = {
  mm: '毫米 mm',
  cm: '厘米 cm',
  m: '米 m',
  cm2: '平方厘米 cm²',
  m2: '平方米 m²',
  percent: '%',
  piece: '个 pieces',
  hour: '小时 hours',
  day: '天 days'
};

var channels = {
  collector: '监督员 Collector',
  hotline: '热线 Hotline',
  public: '公众 Public',
  video: '视频 Video',
  sensor: '物联网 Sensor',
  leader: '领导批示 Leader',
  media: '媒体 Media',
  exchange: '转办 Exchange'
};

var lights = {
  green: '按时 On time',
  yellow: '将到期 Due soon',
  red: '已超期 Overdue'
};

var states = {
  REPORTED: '待受理 Reported',
  VERIFYING: '核实中 Verifying',
  TO_FILE: '待立案 To file',
  TO_DISPATCH: '待派遣 To dispatch',
  COORDINATING: '协调中 Coordinating',
  DISPATCHED: '待接收 Dispatched',
  HANDLING: '处置中 Handling',
  RETURN_REVIEW: '回退审批中 Return under review',
  SUSPENDED: '挂账 On hold',
  FEEDBACK: '已反馈 Fed back',
  CHECKING: '核查中 Checking',
  TO_CLOSE: '待结案 To close',
  CLOSED: '已结案 Closed',
  VOID_REVIEW: '作废审批中 Void under review',
  VOIDED: '作废 Voided'
};

var requests = {
  return: '回退 Return',
  extension: '延期 Extension',
  hold: '挂账 Hold'
};

var decisions = {
  pending: '待批 Pending',
  review: '待初审 Under review',
  granted: '同意 Granted',
  refused: '不同意 Refused',
  refusedByRule: '规则驳回 Refused by rule',
  lapsed: '已失效 Lapsed'
};

$scope.task = null;
$scope.refusal = null;
$scope.answer = {};
$scope.pictures = [];

$scope.nameOf = function (variable) { return names[variable] || variable; };
$scope.kindOf = function (kind) { return kinds[kind] || kind; };
$scope.stateOf = function (state) { return states[state] || state; };
$scope.channelOf = function (channel) { return channels[channel] || channel; };
$scope.requestOf = function (kind) { return requests[kind] || kind; };
$scope.decisionOf = function (state) { return decisions[state] || state; };
$scope.lightOf = function (light) { return lights[light] || ''; };
$scope.limitOf = function (limit) {
  return limit ? limit.value + ' ' + (limitUnits[limit.unit] || limit.unit) : '—';
};

$scope.measureOf = function (measure) {
  return (quantities[measure.quantity] || measure.quantity) + '（' + (measureUnits[measure.unit] || measure.unit) + '）';
};

// The instant as the city's clocks show it, whatever the zone of the browser.
$scope.clockTime = function (instant) { return instant ? instant.slice(0, 16).replace('T', ' ') : '—'; };

// The mark is the service's own word: its clock, not the browser's, decides what is late. A task that is due with its case
// goes by the case's clock, which counts working time and stands still when the case does.
$scope.light = function () {
  var task = $scope.task;
  if (!task) return null;
  var clock = task.case.clock;
  return clock && task.dueAt && task.dueAt === task.case.dueAt ? clock.light : task.light;
};

$scope.unitLabel = function (unit) { return unit.code + ' ' + unit.nameZh + ' ' + unit.nameEn; };
$scope.unitOf = function (code) {
  var units = ($scope.task && $scope.task.units) || [];
  var unit = units.filter(function (candidate) { return candidate.code === code; })[0];
  return unit ? $scope.unitLabel(unit) : code;
};
$scope.conditionLabel = function (condition) {
  return condition.id + ' ' + condition.textZh + ' ' + condition.textEn
      + (condition.limit ? ' (' + $scope.limitOf(condition.limit) + ')' : '');
};

function outcome(name) {
  var outcomes = ($scope.task && $scope.task.outcomes) || [];
  return outcomes.filter(function (candidate) { return candidate.name === name; })[0];
}
$scope.offers = function (name) { return !!outcome(name); };

function chosen() { return outcome($scope.answer.outcome); }

// What the chosen outcome takes: needed variables first, then those that may be left out.
$scope.variables = function () {
  var choice = chosen();
  return choice ? (choice.requires || []).concat(choice.optional || []) : [];
};
$scope.takes = function (variable) { return $scope.variables().indexOf(variable) >= 0; };
$scope.needs = function (variable) {
  var choice = chosen();
  return !!choice && (choice.requires || []).indexOf(variable) >= 0;
};
// The variables that the form itself has no field for.
$scope.further = function () {
  return $scope.variables().filter(function (variable) {
    return ($scope.placed || []).indexOf(variable) < 0;
  });
};

function sentenceOf(answer) {
  var data = answer && answer.data;
  return (data && (data.detail || data.message || data.title))
      || '服务没有回答，请稍后再试。 The service did not answer; try again in a moment.';
}

function loadTask() {
  return $http.get('/api/tasks/' + encodeURIComponent(camForm.taskId)).then(function (response) {
    $scope.task = response.data;
    $scope.refusal = null;
    if (response.data.evidence) $scope.photoKind = response.data.evidence.kind;
  }, function (answer) { $scope.refusal = sentenceOf(answer); });
}

function propose() {
  if (!$scope.task) return;
  var proposal = $scope.task.proposal || {};
  var place = $scope.task.case.location || {};
  var proposed = {
    condition: proposal.condition || $scope.task.case.condition,
    unit: proposal.unit,
    lat: place.lat,
    lng: place.lng
  };
  Object.keys(proposed).forEach(function (variable) {
    if ($scope.answer[variable] === undefined && proposed[variable]) {
      $scope.answer[variable] = proposed[variable];
    }
  });
}

// ---- what was saved for later by the button of Tasklist

function ownField(variable) {
  return camForm.fields.some(function (field) { return field.variableName === variable; });
}

function restored(variable, value) {
  if (variable === 'coUnits') return value.split(',');
  if (variable === 'until') {
    var day = value.split('-');
    return new Date(day[0], day[1] - 1, day[2]);
  }
  return value;
}

function restoreAnswer() {
  var saved = camForm.variableManager.variables;
  Object.keys(saved).forEach(function (variable) {
    if (ownField(variable) || !saved[variable]) return;
    var value = saved[variable].value;
    $scope.answer[variable] = restored(variable, value);
  });
}

// ---- pictures: chosen, shown, sent before the task is completed

function addPicture(file) {
  var reader = new FileReader();
  reader.onload = function () {
    $scope.$apply(function () { $scope.pictures.push({file: file, url: reader.result}); });
  };
  reader.readAsDataURL(file);
}

camForm.formElement[0].addEventListener('change', function (event) {
  if (!event.target.hasAttribute('data-pictures')) return;
  Array.prototype.forEach.call(event.target.files, addPicture);
  event.target.value = '';
});

$scope.dropPicture = function (picture) {
  $scope.pictures = $scope.pictures.filter(function (other) { return other !== picture; });
};

// One request for each: the sum of nine pictures may be more than the service takes at once.
function sendPictures() {
  var picture = $scope.pictures[0];
  if (!picture) return loadTask();
  var body = new FormData();
  body.append('kind', $scope.photoKind || 'other');
  body.append('photos', picture.file, picture.file.name);
  return $http.post('/api/cases/' + encodeURIComponent($scope.task.case.number) + '/attachments', body, {
    headers: {'Content-Type': undefined},
    transformRequest: function (data) { return data; }
  }).then(function () {
    $scope.dropPicture(picture);
    return sendPictures();
  });
}

// ---- the answer

// A date field holds midnight of the browser; what is meant is the day that was picked.
function dayOf(date) {
  return date.getFullYear() + '-' + ('0' + (date.getMonth() + 1)).slice(-2) + '-' + ('0' + date.getDate()).slice(-2);
}

function typed(value) {
  if (value instanceof Date) return {type: 'String', value: dayOf(value)};
  if (Array.isArray(value)) return {type: 'String', value: value.join(',')};
  if (typeof value === 'boolean') return {type: 'Boolean', value: value};
  if (typeof value === 'number') return {type: 'Double', value: value};
  return {type: 'String', value: String(value)};
}

function given(value) {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && !value.length);
}

function hand(variables) {
  var manager = camForm.variableManager;
  Object.keys(manager.variables).forEach(function (name) {
    if (!ownField(name)) delete manager.variables[name];
  });
  variables.forEach(function (name) {
    if (ownField(name) || !given($scope.answer[name])) return;
    var answer = typed($scope.answer[name]);
    manager.createVariable({name: name, type: answer.type, value: answer.value});
  });
}

camForm.on('submit', function () { hand(['outcome'].concat($scope.variables())); });
camForm.on('store', function () { hand(Object.keys($scope.answer)); });

// Tasklist shows the message of an error as it is; the engine puts its own words before the sentence.
function plainly(error) {
  if (error && error.message) error.message = error.message.replace(/^Cannot (submit task form|complete task) \S+: /, '');
  return error;
}

var complete = camForm.submitVariables;
camForm.submitVariables = function (done) {
  function send() {
    complete.call(camForm, function (error, result) { done(plainly(error), result); });
  }
  if (!$scope.pictures.length) return send();
  sendPictures().then(send, function (answer) { done(new Error(sentenceOf(answer))); });
};

restoreAnswer();
loadTask().then(propose);
