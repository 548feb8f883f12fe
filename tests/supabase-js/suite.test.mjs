// SPDX-License-Identifier: GPL-3.0-or-later
// One process for all suites, so that they run one after the other.
import './auth.suite.mjs';
import './rest.suite.mjs';
import './realtime.suite.mjs';
import './restart.suite.mjs';
import './api.suite.mjs';
