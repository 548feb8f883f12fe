// SPDX-License-Identifier: GPL-3.0-or-later
// One process for all suites, so that they run one after the other.
import { after } from 'node:test';
import { stopShared } from './harness.mjs';
import './auth.suite.mjs';
import './rest.suite.mjs';
import './realtime.suite.mjs';
import './restart.suite.mjs';
import './api.suite.mjs';

after(stopShared);
