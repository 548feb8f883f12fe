#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the desk's UI font from Inter (Debian: fonts-inter, python3-fonttools).

Usage: make_fonts.py [FOLDER OF Inter-*.otf]

Three steps, for each weight: keep only the scripts the desk's languages and its customers' names need; make tabular
digits the default ones, so that no text in the program has to ask for them; rename, because a changed font must not
carry the old name. The result is committed; nobody needs this script to build.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "BoltDesk Sans"
WEIGHTS = ("Regular", "Medium", "SemiBold")
RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0259, 0x0259), (0x02B0, 0x02FF), (0x0300, 0x0336), (0x0370, 0x03FF),
    (0x0400, 0x045F), (0x0490, 0x0491), (0x1E00, 0x1EFF), (0x2000, 0x2070), (0x2074, 0x208E), (0x20A0, 0x20BF),
    (0x2100, 0x2122), (0x2190, 0x2199), (0x21E7, 0x21E7), (0x2206, 0x2265), (0x2318, 0x2325), (0x25A0, 0x25CF),
    (0x2713, 0x2717), (0xFFFD, 0xFFFD),
)


def tabular(font):
    """Points the code points of proportional glyphs at their `tnum` twins."""
    twins = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                twins.update(getattr(table, "mapping", {}))
    # The source is off by a unit or two here and there ("4" in two weights); a column shows it.
    digits = [twins[g] for g in (f"uni{ord(d):04X}" for d in "0123456789") if g in twins]
    width = max(font["hmtx"][glyph][0] for glyph in digits)
    for glyph in digits:
        font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])
    keep = {ord(c) for c in "0123456789:+-−–±=<>≤≥"}
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if code in keep and glyph in twins:
                table.cmap[code] = twins[glyph]


def rename(font, weight):
    names = font["name"]
    licence = names.getDebugName(13)
    copyright_line = names.getDebugName(0)
    names.names = []
    full = f"{FAMILY} {weight}"
    values = {
        0: f"{copyright_line} (https://github.com/rsms/inter); subset and renamed for BoltDesk",
        1: FAMILY if weight == "Regular" else full,
        2: "Regular",
        3: f"BoltDesk:{full}",
        4: full,
        5: "Version 1.0",
        6: full.replace(" ", ""),
        13: licence,
        14: "https://scripts.sil.org/OFL",
        16: FAMILY,
        17: weight,
    }
    for key, value in values.items():
        names.setName(value, key, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = values[6]
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = FAMILY, full, weight


def main():
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/inter")
    options = subset.Options()
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk", "calt", "case"]
    options.name_IDs = ["*"]
    options.hinting = True
    options.desubroutinize = False
    options.notdef_outline = True
    for weight in WEIGHTS:
        font = TTFont(source / f"Inter-{weight}.otf")
        tabular(font)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
        subsetter.subset(font)
        rename(font, weight)
        target = Path(__file__).parent / f"BoltDeskSans-{weight}.otf"
        font.save(target)
        print(f"{target.name}: {target.stat().st_size // 1024} kB, {len(font.getGlyphOrder())} glyphs")


if __name__ == "__main__":
    main()
