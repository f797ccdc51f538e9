// SPDX-License-Identifier: MIT
// What a merge takes from which record, and how a pair is known again.
#include "core/domain/merged_fields.h"
#include "core/domain/value_mark.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// The home of a person, and where it comes from.
struct Home
{
    PersonId source;
    QJsonObject address;
};

std::optional<Home> homeOf(const MergedFields &shown)
{
    const QString field = homeFieldOf(shown.fields);
    if (field.isEmpty())
        return std::nullopt;
    return Home{shown.sources.at(field), shown.fields.value(field).toObject()};
}

// When the home was last said to be right, as it is written (UTC, so that texts compare as times); empty: never.
QString confirmedAt(const MergedFields &shown, const Home &home)
{
    QString at = home.address.value("confirmed_at"_L1).toString();
    const QString value = fingerprintOf(u"address", home.address);
    for (auto it = shown.fields.constBegin(); it != shown.fields.constEnd(); ++it) {
        const QString field = it.key();
        const QJsonObject mark = it.value().toObject();
        if (field.startsWith("mark/"_L1) && mark.value("field"_L1) == "address"_L1 && mark.value("value"_L1) == value &&
            mark.value("kind"_L1) == "confirmed"_L1)
            at = std::max(at, mark.value("at"_L1).toString());
    }
    return at;
}

// Whether the second home is the better one to show.
bool isBetter(const MergedFields &ourShown, const Home &ours, const MergedFields &theirShown, const Home &theirs)
{
    const QString ourTime = confirmedAt(ourShown, ours);
    const QString theirTime = confirmedAt(theirShown, theirs);
    return ourTime == theirTime ? saysSameHome(theirs.address, ours.address) : theirTime > ourTime;
}

// "J" and "Joan", "1979" and "1979-06-21": the second says the same and more.
bool saysMore(const QJsonValue &value, const QJsonValue &than)
{
    const QString longer = value.toString().trimmed();
    const QString shorter = than.toString().trimmed();
    return longer.size() > shorter.size() && longer.startsWith(shorter, Qt::CaseInsensitive);
}

bool isCompared(const QString &field)
{
    static const QStringList compared{u"given_name"_s,    u"middle_name"_s,   u"family_name"_s, u"known_as"_s,
                                      u"date_of_birth"_s, u"date_of_death"_s, u"nhs_number"_s,  u"ni_number"_s};
    return compared.contains(field) || field.startsWith("contact/"_L1) || field.startsWith("address/"_L1) ||
           field.startsWith("former_name/"_L1);
}

// How values are put down. Decisions of before were made on them as they were told; to write a number with other
// spaces, or a name in capitals, is no change.
enum class Form { AsRead, AsTold };

// In small letters, with one space for whatever stands between words.
QString wordsOf(const QString &text)
{
    QString words;
    for (const QChar c : text.toCaseFolded()) {
        const bool isOfWord = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
        if (isOfWord || (!words.isEmpty() && words.back() != u' '))
            words += isOfWord ? c : QChar(u' ');
    }
    return words.trimmed();
}

QJsonValue asRead(const QJsonValue &value)
{
    if (value.isString())
        return wordsOf(value.toString());
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    if (!object.value("normalised"_L1).toString().isEmpty())
        object.remove("value"_L1);
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = asRead(it.value());
    return object;
}

// Values without their keys, labels and dates of confirmation: only a change of what is compared is a change.
QJsonArray comparedValues(const QJsonObject &fields, Form form)
{
    std::vector<QByteArray> values;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (!isCompared(it.key()) || it.value().isNull())
            continue;
        QJsonValue value = it.value();
        if (value.isObject()) {
            QJsonObject object = value.toObject();
            for (const auto member : {"label"_L1, "preferred"_L1, "safe_to_leave_message"_L1, "confirmed_at"_L1})
                object.remove(member);
            value = object;
        }
        if (form == Form::AsRead)
            value = asRead(value);
        const QJsonArray one{QString(it.key()).section(u'/', 0, 0), value};
        values.push_back(QJsonDocument(one).toJson(QJsonDocument::Compact));
    }
    std::ranges::sort(values);
    if (form == Form::AsRead) // to hear a number once more is none either
        values.erase(std::unique(values.begin(), values.end()), values.end());
    QJsonArray all;
    for (const QByteArray &value : values)
        all.append(QString::fromUtf8(value));
    return all;
}

QByteArray fingerprintIn(Form form, PersonId a, const QJsonObject &aFields, PersonId b, const QJsonObject &bFields)
{
    if (ByBytes()(b, a))
        return fingerprintIn(form, b, bFields, a, aFields);
    const QJsonArray all{a.toString(), comparedValues(aFields, form), b.toString(), comparedValues(bFields, form)};
    return QCryptographicHash::hash(QJsonDocument(all).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

} // namespace

bool isChosenField(const QString &field)
{
    return !field.contains(u'/') && field != "roles"_L1 && field != "is_demo"_L1;
}

std::map<QString, MergeSide> suggestedSides(const MergeSides &sides)
{
    std::map<QString, MergeSide> suggested;
    const QJsonObject &survivor = sides.survivorShown.fields;
    const QJsonObject &absorbed = sides.absorbedShown.fields;
    for (auto it = survivor.constBegin(); it != survivor.constEnd(); ++it) {
        const QJsonValue other = absorbed.value(it.key());
        if (!isChosenField(it.key()) || other.isUndefined() || other.isNull() || other == it.value())
            continue;
        suggested.emplace(it.key(), saysMore(other, it.value()) ? MergeSide::Absorbed : MergeSide::Survivor);
    }
    const auto ours = homeOf(sides.survivorShown);
    const auto theirs = homeOf(sides.absorbedShown);
    if (ours && theirs && !areOneHome(ours->address, theirs->address)) {
        suggested.emplace(homeAddress.toString(), isBetter(sides.survivorShown, *ours, sides.absorbedShown, *theirs)
                                                      ? MergeSide::Absorbed
                                                      : MergeSide::Survivor);
    }
    return suggested;
}

FieldChoices choicesOf(const MergeSides &sides, const std::map<QString, MergeSide> &taken)
{
    std::map<QString, MergeSide> all = suggestedSides(sides);
    for (const auto &[field, side] : taken)
        all.insert_or_assign(field, side);

    FieldChoices choices;
    for (const auto &[field, side] : all) {
        const bool isOurs = side == MergeSide::Survivor;
        const MergedFields &shown = isOurs ? sides.survivorShown : sides.absorbedShown;
        const PersonId record = isOurs ? sides.survivor : sides.absorbed;
        PersonId source = record;
        if (field == homeAddress) {
            if (const auto home = homeOf(shown))
                source = home->source;
        } else if (const auto known = shown.sources.find(field); known != shown.sources.end()) {
            source = known->second;
        }
        choices.emplace(field, FieldChoice{source, record});
    }
    return choices;
}

QByteArray comparedFingerprint(PersonId a, const QJsonObject &aFields, PersonId b, const QJsonObject &bFields)
{
    return fingerprintIn(Form::AsRead, a, aFields, b, bFields);
}

bool isComparedFingerprint(const QByteArray &fingerprint, PersonId a, const QJsonObject &aFields, PersonId b,
                           const QJsonObject &bFields)
{
    return fingerprint == fingerprintIn(Form::AsRead, a, aFields, b, bFields) ||
           fingerprint == fingerprintIn(Form::AsTold, a, aFields, b, bFields);
}

} // namespace reeve::domain
