// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bolt {

/// Input, output and errors are something, whatever the program was started with: the next file that is opened would
/// take the number of one that is closed, and what is printed would go into it. What was closed reads as empty and
/// refuses to be written to. First thing in main().
void holdStandardStreams();

} // namespace bolt
