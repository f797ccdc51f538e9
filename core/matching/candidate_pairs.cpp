// SPDX-License-Identifier: MIT
#include "core/matching/candidate_pairs.h"

#include <QSet>

#include <algorithm>

namespace reeve::matching {

namespace {

constexpr std::size_t largestBlock = 150;

QString dayOf(const Comparable &record)
{
    return record.born && record.born->precision() == domain::PartialDate::Precision::Day ? record.born->toIso()
                                                                                          : QString();
}

QString yearOf(const Comparable &record)
{
    return record.born ? QString::number(record.born->year()) : QString();
}

// Keys of one record. A key with an empty part is left out.
QStringList keysOf(const Comparable &record)
{
    QStringList keys;
    const auto add = [&keys](char16_t kind, std::initializer_list<QString> parts) {
        QString key = QChar(kind);
        for (const QString &part : parts) {
            if (part.isEmpty())
                return;
            key += part + QChar(u'\x1f');
        }
        keys << key;
    };
    const QString family = soundex(record.family);
    const QString given = soundex(record.given);
    const QString place = record.postcode.isEmpty() ? record.addressWords.join(QChar(u' ')) : record.postcode;

    add(u'a', {family, given, yearOf(record)});
    add(u'b', {dayOf(record), given});
    add(u'c', {dayOf(record), family});
    add(u'd', {dayOf(record), place});
    add(u'e', {place, given});
    add(u'f', {place, family, record.houseNumber});
    add(u'g', {record.given, record.family});
    add(u'g', {record.family, record.given}); // changed places
    add(u'h', {family, given, place});
    for (const QString &former : record.formerFamilies)
        add(u'b', {dayOf(record), soundex(former)});
    for (const QString &phone : record.phones)
        add(u't', {phone});
    for (const QString &email : record.emails)
        add(u'm', {email});
    add(u'n', {record.nhsNumber});
    add(u'i', {record.niNumber});
    return keys;
}

using Blocks = QHash<QString, std::vector<std::size_t>>;

Blocks blocksOf(const std::vector<Comparable> &records)
{
    Blocks blocks;
    for (std::size_t i = 0; i < records.size(); ++i) {
        QStringList keys = keysOf(records[i]);
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys))
            blocks[key].push_back(i);
    }
    return blocks;
}

quint64 pairKey(std::size_t left, std::size_t right)
{
    return (static_cast<quint64>(left) << 32) | right;
}

} // namespace

void candidatePairs(const std::vector<Comparable> &records, const PairSink &sink)
{
    const Blocks blocks = blocksOf(records);
    QSet<quint64> seen;
    for (const auto &block : blocks) {
        if (block.size() > largestBlock)
            continue;
        for (std::size_t i = 0; i < block.size(); ++i) {
            for (std::size_t j = i + 1; j < block.size(); ++j) {
                const quint64 key = pairKey(block[i], block[j]);
                if (seen.contains(key))
                    continue;
                seen.insert(key);
                sink(block[i], block[j]);
            }
        }
    }
}

void candidatePairs(const std::vector<Comparable> &lefts, const std::vector<Comparable> &rights, const PairSink &sink)
{
    const Blocks leftBlocks = blocksOf(lefts);
    const Blocks rightBlocks = blocksOf(rights);
    QSet<quint64> seen;
    for (auto block = leftBlocks.cbegin(); block != leftBlocks.cend(); ++block) {
        const auto other = rightBlocks.constFind(block.key());
        if (other == rightBlocks.cend() || block->size() * other->size() > largestBlock * largestBlock)
            continue;
        for (const std::size_t left : *block) {
            for (const std::size_t right : *other) {
                const quint64 key = pairKey(left, right);
                if (seen.contains(key))
                    continue;
                seen.insert(key);
                sink(left, right);
            }
        }
    }
}

QString soundex(QStringView name)
{
    static constexpr char codes[] = "01230120022455012623010202"; // a to z; 0: not coded
    QString result;
    char last = '0';
    for (const QChar c : name) {
        const char16_t letter = c.toLower().unicode();
        if (letter < u'a' || letter > u'z')
            continue;
        const char code = codes[letter - u'a'];
        if (result.isEmpty())
            result += QChar(letter).toUpper();
        else if (code != '0' && code != last)
            result += QLatin1Char(code);
        if (letter != u'h' && letter != u'w') // they do not part two letters of one code
            last = code;
        if (result.size() == 4)
            break;
    }
    return result.isEmpty() ? result : result.leftJustified(4, QChar(u'0'));
}

} // namespace reeve::matching
