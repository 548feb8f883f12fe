// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
namespace bolt {
Store::Store(QObject *parent) : QObject(parent) {}
}
