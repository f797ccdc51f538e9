// SPDX-License-Identifier: MIT
#include "ui/duplicates/pair_rows.h"

#include "core/domain/merged_fields.h"
#include "ui/person/field_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::MergeSide;

namespace {

class Pairs
{
    Q_DECLARE_TR_FUNCTIONS(Pairs)
};

// Says nothing about who somebody is.
bool isHousekeeping(const QString &field)
{
    return field == "is_demo"_L1 || field == "roles"_L1 || field.startsWith("mark/"_L1);
}

QString lineOf(const QString &field, const QJsonValue &value, const RecordNames &names)
{
    if (!value.isDouble() && !value.isObject() && !value.isArray() && value.toString().isEmpty())
        return {};
    return valueWords(field, value, names);
}

QString rowOf(const QString &field, const QJsonValue &value)
{
    const QString kind = field.section(u'/', 0, 0);
    const bool isHome = kind == "address"_L1 && value.toObject().value("use"_L1) == "home"_L1;
    return isHome ? domain::homeAddress.toString() : kind;
}

// Lines by row.
std::map<QString, QStringList> linesOf(const QJsonObject &fields, const RecordNames &names)
{
    std::map<QString, QStringList> lines;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const QString line = isHousekeeping(it.key()) ? QString() : lineOf(it.key(), it.value(), names);
        if (line.isEmpty())
            continue;
        QStringList &row = lines[rowOf(it.key(), it.value())];
        if (!row.contains(line))
            row.append(line);
    }
    for (auto &[row, values] : lines)
        values.sort();
    // Where both had the same home, one of them is kept as a former one: that says nothing new.
    const auto home = lines.find(domain::homeAddress.toString());
    const auto others = lines.find(u"address"_s);
    if (home != lines.end() && others != lines.end()) {
        others->second.removeIf([&](const QString &line) { return home->second.contains(line); });
        if (others->second.isEmpty())
            lines.erase(others);
    }
    return lines;
}

QStringList rowsOf(const std::map<QString, QStringList> &left, const std::map<QString, QStringList> &right,
                   const std::map<QString, QStringList> &merged)
{
    QStringList rows;
    for (const QString &field : fieldOrder()) {
        if (left.contains(field) || right.contains(field) || merged.contains(field))
            rows << field;
    }
    for (const auto *lines : {&left, &right, &merged}) {
        for (const auto &[field, values] : *lines) {
            if (!rows.contains(field))
                rows << field;
        }
    }
    return rows;
}

QString at(const std::map<QString, QStringList> &lines, const QString &row)
{
    const auto found = lines.find(row);
    return found == lines.cend() ? QString() : found->second.join(u'\n');
}

PairRow::Difference differenceOf(const QString &left, const QString &right)
{
    if (left.isEmpty())
        return right.isEmpty() ? PairRow::Difference::Kept : PairRow::Difference::OnlyRight;
    if (right.isEmpty())
        return PairRow::Difference::OnlyLeft;
    return left == right ? PairRow::Difference::Same : PairRow::Difference::Differs;
}

} // namespace

std::vector<PairRow> pairRows(const services::PairReview &review, const std::map<QString, MergeSide> &chosen)
{
    const auto left = linesOf(review.preview.survivorFields, review.related);
    const auto right = linesOf(review.preview.absorbedFields, review.related);
    const auto merged = linesOf(review.preview.merged, review.related);
    std::vector<PairRow> rows;
    const QStringList fields = rowsOf(left, right, merged);
    for (const QString &field : fields) {
        PairRow row;
        row.field = field;
        row.name = fieldWords(field);
        if (field == "address"_L1)
            row.name = Pairs::tr("Other addresses");
        row.left = at(left, field);
        row.right = at(right, field);
        row.merged = at(merged, field);
        row.difference = differenceOf(row.left, row.right);
        const auto suggested = review.preview.sides.find(field);
        if (suggested != review.preview.sides.cend()) {
            const auto said = chosen.find(field);
            row.side = said != chosen.cend() ? said->second : suggested->second;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString differenceWords(PairRow::Difference difference)
{
    switch (difference) {
    case PairRow::Difference::Same:
        return Pairs::tr("the same");
    case PairRow::Difference::Differs:
        return Pairs::tr("differs");
    case PairRow::Difference::OnlyLeft:
        return Pairs::tr("only left");
    case PairRow::Difference::OnlyRight:
        return Pairs::tr("only right");
    case PairRow::Difference::Kept:
        return Pairs::tr("kept");
    }
    return {};
}

} // namespace reeve::ui
