// SPDX-License-Identifier: MIT
#include "core/matching/normalise.h"

#include <QList>

#include <algorithm>
#include <array>

namespace reeve::matching {

namespace {

// Bounds the work on hostile text: sorting a run of combining marks takes the square of its length.
constexpr qsizetype longestText = 10'000;

// Builds the folded text: one space between words, none at the ends.
class Folded final
{
public:
    explicit Folded(qsizetype size) { m_text.reserve(size); }

    void letter(QChar c)
    {
        startWord();
        m_text += c;
    }
    void letters(QStringView text)
    {
        startWord();
        m_text += text;
    }
    // Belongs to the letter before it, and is nothing on its own.
    void mark(QStringView text)
    {
        if (!m_text.isEmpty() && !m_isBetween)
            m_text += text;
    }
    void gap() { m_isBetween = true; }

    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    void startWord()
    {
        if (m_isBetween && !m_text.isEmpty())
            m_text += u' ';
        m_isBetween = false;
    }

    QString m_text;
    bool m_isBetween = false;
};

// The same in one walk, for nearly every text. Never longer than what it was.
QString foldAscii(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    char16_t *const begin = reinterpret_cast<char16_t *>(folded.data());
    char16_t *out = begin;
    bool isBetween = false;
    for (const QChar letter : text) {
        char16_t c = letter.unicode();
        if (c >= u'A' && c <= u'Z')
            c = static_cast<char16_t>(c + 0x20);
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9')) {
            if (isBetween && out != begin)
                *out++ = u' ';
            isBetween = false;
            *out++ = c;
        } else if (c != u'\'' && c != u'`') {
            isBetween = true;
        }
    }
    folded.truncate(out - begin);
    return folded;
}

struct Range
{
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool isWithin(char32_t c, const std::array<Range, N> &ranges)
{
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

// Marks people leave out when they write: of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels, and the
// selectors that only choose a glyph. The vowel signs of other scripts are letters to their readers and stay.
bool isDropped(char32_t c)
{
    static constexpr std::array<Range, 11> marks = {{{0x0300, 0x036f},
                                                     {0x0591, 0x05c7},
                                                     {0x0610, 0x061a},
                                                     {0x064b, 0x065f},
                                                     {0x0670, 0x0670},
                                                     {0x06d6, 0x06ed},
                                                     {0x1ab0, 0x1aff},
                                                     {0x1dc0, 0x1dff},
                                                     {0x20d0, 0x20ff},
                                                     {0xfe00, 0xfe0f},
                                                     {0xfe20, 0xfe2f}}};
    return isWithin(c, marks) || QChar::category(c) == QChar::Other_Format;
}

// ' ` and every look-alike: they stand inside one name ("O'Brien", "Hawaiʻi").
bool isApostrophe(char32_t c)
{
    static constexpr std::array<Range, 6> apostrophes = {
        {{0x0027, 0x0027}, {0x0060, 0x0060}, {0x02b9, 0x02bf}, {0x05f3, 0x05f3}, {0x2018, 0x201b}, {0x2032, 0x2032}}};
    return isWithin(c, apostrophes);
}

// Letters that no decomposition takes apart, as they are written where a keyboard lacks them. Null for all others.
QStringView spelledOut(char32_t c)
{
    switch (c) {
    case 0x00e6:
        return u"ae";
    case 0x0153:
        return u"oe";
    case 0x00f8:
        return u"o";
    case 0x00f0:
    case 0x0111:
        return u"d";
    case 0x00fe:
        return u"th";
    case 0x0127:
        return u"h";
    case 0x0131:
        return u"i";
    case 0x0138:
        return u"k";
    case 0x0142:
        return u"l";
    case 0x014b:
        return u"n";
    case 0x0167:
        return u"t";
    case 0x00df:
        return u"ss";
    default:
        return {};
    }
}

QString foldUnicode(QStringView text)
{
    QString source = text.toString();
    source.replace(QChar(0x00b4), u'\''); // decomposes into a space, but is typed for an apostrophe
    const QString letters =
        source.normalized(QString::NormalizationForm_KD).toCaseFolded().normalized(QString::NormalizationForm_KD);

    Folded folded(letters.size());
    const QList<uint> characters = letters.toUcs4();
    for (const char32_t c : characters) {
        if (isDropped(c) || isApostrophe(c))
            continue;
        if (const QStringView spelled = spelledOut(c); !spelled.isNull())
            folded.letters(spelled);
        else if (QChar::category(c) == QChar::Number_DecimalDigit)
            folded.letter(QChar(static_cast<char16_t>(u'0' + QChar::digitValue(c))));
        else if (QChar::isLetterOrNumber(c))
            folded.letters(QString::fromUcs4(&c, 1));
        else if (QChar::isMark(c))
            folded.mark(QString::fromUcs4(&c, 1));
        else
            folded.gap();
    }
    return folded.take().normalized(QString::NormalizationForm_C);
}

} // namespace

QString fold(QStringView text)
{
    const QStringView read = text.first(std::min(text.size(), longestText));
    const bool isAscii = std::all_of(read.begin(), read.end(), [](QChar c) { return c.unicode() < 0x80; });
    return isAscii ? foldAscii(read) : foldUnicode(read);
}

} // namespace reeve::matching
