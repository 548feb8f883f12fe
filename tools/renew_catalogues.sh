#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the catalogues up to the words of the sources: new words come in unfinished, words that are gone leave.
# A folder given as the first argument holds the catalogues instead of translations/.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-translations}
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
# Without `-I .` the words of C++ classes end up in a context where they are not looked for.
renew() { "$lupdate" -I . -no-obsolete -locations none "$@" -source-language en -silent; }
for catalogue in "$folder"/boltdesk_*.ts; do
    language=${catalogue##*_}
    language=${language%.ts}
    plurals=
    [ "$language" = en ] && plurals=-pluralonly # the words of the sources are English
    renew $plurals qml app models services -target-language "$language" -ts "$catalogue"
done
