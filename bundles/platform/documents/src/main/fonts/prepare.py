#!/usr/bin/env python3
"""Makes the fonts of src/main/resources/fonts; run by hand, the result is checked in.

  apt-get install python3-fonttools fonts-hanazono unicode-data
  npm pack @expo-google-fonts/noto-serif-sc@0.4.3
  python3 prepare.py <package>/400Regular/NotoSerifSC_400Regular.ttf \
      /usr/share/fonts/truetype/hanazono/HanaMinB.ttf /usr/share/unicode ../resources/fonts

song.ttf keeps every Han character of Noto Serif SC (all of U+4E00-9FFF and U+3400-4DBF, so all of the
General Standard Chinese Characters), Latin, digits and signs. rare.ttf takes from HanaMinB what song.ttf
lacks of U+20000-2EBEF (extensions B to F) and what a Chinese name can hold: a Mandarin reading, or a
mainland source of extensions C to F other than Zhuang characters and bronze inscriptions.
Hinting and layout tables go: paper needs neither. Kangxi radicals and compatibility ideographs go too,
else text copied from a PDF would hold them in place of the characters they look like.
"""
import bz2
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

UNIFIED = {0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29}
DROPPED = [(0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def wanted(code):
    return code in UNIFIED or not any(first <= code <= last for first, last in DROPPED)


def unihan(folder, file, field):
    with bz2.open(os.path.join(folder, file + ".txt.bz2"), "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == field:
                yield int(parts[0][2:], 16), parts[2]


def write(source, codes, target, name):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "vhea", "vmtx", "gasp", "FFTM", "prep",
                            "cvt ", "fpgm"]
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_timestamp = False
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    # variation selectors: the press knows none, and a reader of fonts would warn
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    for record in font["name"].names:
        if record.nameID in (1, 3, 4):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(" ", "")
    font.save(target)
    print(target, len(font.getGlyphOrder()), "glyphs,", os.path.getsize(target), "bytes")


def main(song, rare, unicode, out):
    held = set(TTFont(song).getBestCmap())
    write(song, {code for code in held if wanted(code)}, os.path.join(out, "song.ttf"), "Liaison Song")
    read = {code for code, _ in unihan(unicode, "Unihan_Readings", "kMandarin")}
    mainland = {code for code, source in unihan(unicode, "Unihan_IRGSources", "kIRG_GSource")
                if code >= 0x2A700 and source.split("-")[0] not in ("GZ", "GZJW")}
    extra = {code for code in TTFont(rare).getBestCmap()
             if 0x20000 <= code <= 0x2EBEF and code not in held and (code in read or code in mainland)}
    write(rare, extra, os.path.join(out, "rare.ttf"), "Liaison Rare Han")


if __name__ == "__main__":
    main(*sys.argv[1:])
