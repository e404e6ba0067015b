"""Makes the bundled typeface out of Debian's fonts-inter (Inter 3.19, SIL Open Font License 1.1).

Each weight: a subset of the characters the screens and reports use, tabular figures as the only figures,
TrueType outlines (so that a PDF can embed them), no hinting. Run with Debian's python3-fonttools 4.38.
"""
import sys
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

SOURCE = "/usr/share/fonts/opentype/inter/"
CHARACTERS = (
    list(range(0x20, 0x7F)) + list(range(0xA0, 0x180))
    + [0x3BC, 0x394, 0x3C3, 0x3A9, 0x2009, 0x202F, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A,
       0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x20AC, 0x2190, 0x2191, 0x2192, 0x2193,
       0x2212, 0x2248, 0x2264, 0x2265, 0x25CB, 0x25CF, 0x2713, 0x2715])


def tabular(font):
    swaps = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    swaps.update(getattr(table, "ExtSubTable", table).mapping)
    return swaps


def outlines(font):
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    glyf = font["glyf"] = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = drawn
    glyf.compile(font)
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for field, value in dict(maxZones=1, maxTwilightPoints=0, maxStorage=0, maxFunctionDefs=0, maxInstructionDefs=0,
                             maxStackElements=0, maxSizeOfInstructions=0, maxComponentElements=0, maxPoints=0,
                             maxContours=0, maxCompositePoints=0, maxCompositeContours=0,
                             maxComponentDepth=0).items():
        setattr(font["maxp"], field, value)
    font.sfntVersion = "\000\001\000\000"
    post = font["post"]
    post.formatType = 2.0
    post.extraNames = []
    post.mapping = {}
    post.glyphOrder = order


for weight in ("Regular", "Medium", "SemiBold"):
    font = TTFont(SOURCE + "Inter-" + weight + ".otf")
    swaps = tabular(font)
    for table in font["cmap"].tables:
        for code, glyph in list(table.cmap.items()):
            if glyph in swaps and (0x30 <= code <= 0x39 or code in (0x2212, 0x2B)):
                table.cmap[code] = swaps[glyph]
    options = subset.Options(layout_features=["kern", "mark", "mkmk"], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
                             hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    outlines(font)
    for name in list(font["name"].names):
        if name.nameID in (16, 17):
            font["name"].removeNames(nameID=name.nameID)
    # "Inter Semi Bold" and the like: one way of writing for style sheets and code.
    family = "Inter" if weight == "Regular" else "Inter " + weight
    for name_id in (1, 4):
        font["name"].setName(family, name_id, 3, 1, 0x409)
    font.save(sys.argv[1] + "/Inter-" + weight + ".ttf")
