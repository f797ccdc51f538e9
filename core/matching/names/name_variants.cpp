// SPDX-License-Identifier: MIT
#include "core/matching/names/name_variants.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

NameVariants NameVariants::builtIn()
{
    NameVariants variants;
    variants.m_nicknames = read(u"nicknames"_s);
    variants.m_given = read(u"given_spellings"_s);
    variants.m_family = read(u"family_spellings"_s);
    return variants;
}

// Lines of "name: other other …"; those that begin with # are for readers.
NameVariants::Table NameVariants::read(const QString &name)
{
    Table table;
    QFile file(u":/reeve/names/"_s + name + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return table;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0 && !line.startsWith(u'#'))
            table.insert(line.first(colon), line.sliced(colon + 1).split(u' ', Qt::SkipEmptyParts));
    }
    return table;
}

const QStringList &NameVariants::of(const Table &table, const QString &name) const
{
    const auto found = table.constFind(name);
    return found == table.cend() ? m_none : *found;
}

} // namespace reeve::matching
