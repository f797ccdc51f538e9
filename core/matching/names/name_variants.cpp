// SPDX-License-Identifier: MIT
#include "core/matching/names/name_variants.h"

#include "core/matching/normalise.h"

#include <QFile>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

NameVariants NameVariants::builtIn()
{
    NameVariants variants;
    variants.m_nicknames = read(u"nicknames"_s);
    variants.addShortNames();
    variants.m_given = read(u"given_spellings"_s);
    variants.m_family = read(u"family_spellings"_s);
    variants.addTransliterations();
    QFile names(u":/reeve/names/given_names.txt"_s);
    if (names.open(QIODevice::ReadOnly))
        variants.m_givenNames = names.readAll().split('\n');
    variants.m_givenNames.removeIf([](const QByteArray &line) { return line.isEmpty() || line.startsWith('#'); });
    return variants;
}

// Lines of "name: other other …"; those that begin with # are for readers.
QList<std::pair<QString, QStringList>> NameVariants::lines(const QString &name)
{
    QList<std::pair<QString, QStringList>> result;
    QFile file(u":/reeve/names/"_s + name + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return result;
    const auto all = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : all) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0 && !line.startsWith(u'#'))
            result.emplace_back(line.first(colon), line.sliced(colon + 1).split(u' ', Qt::SkipEmptyParts));
    }
    return result;
}

NameVariants::Table NameVariants::read(const QString &name)
{
    Table table;
    const auto all = lines(name);
    for (const auto &[key, others] : all)
        table.insert(key, others);
    return table;
}

bool NameVariants::isGivenName(QStringView name) const
{
    return std::binary_search(m_givenNames.cbegin(), m_givenNames.cend(), name.toUtf8());
}

void NameVariants::addShortNames()
{
    const auto add = [this](const QString &name, const QString &other) {
        for (Table *const table : {&m_nicknames, &m_sure}) {
            if (QStringList &others = (*table)[name]; name != other && !others.contains(other))
                others << other;
        }
    };
    const auto usual = lines(u"short_names"_s);
    for (const auto &[given, shorts] : usual) {
        for (const QString &each : shorts) {
            add(fold(given), fold(each));
            add(fold(each), fold(given));
        }
    }
}

// Lines of "given: name name …": each name is a spelling of all others of its line.
void NameVariants::addTransliterations()
{
    const auto groups = lines(u"transliterations"_s);
    for (const auto &[kind, names] : groups) {
        const auto addAll = [&names = names](Table &table) {
            for (const QString &name : names) {
                QStringList &others = table[name];
                std::copy_if(names.cbegin(), names.cend(), std::back_inserter(others),
                             [&](const QString &other) { return other != name && !others.contains(other); });
            }
        };
        addAll(kind == u"given" ? m_given : m_family);
        if (kind == u"given")
            addAll(m_sure);
    }
}

const QStringList &NameVariants::of(const Table &table, const QString &name) const
{
    const auto found = table.constFind(name);
    return found == table.cend() ? m_none : *found;
}

} // namespace reeve::matching
