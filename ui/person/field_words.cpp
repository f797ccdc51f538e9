// SPDX-License-Identifier: MIT
#include "ui/person/field_words.h"

#include "core/domain/merged_fields.h"
#include "core/domain/partial_date.h"
#include "core/domain/person_fields.h"
#include "core/domain/phone_number.h"
#include "ui/person/person_words.h"
#include "ui/words/dates.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class Fields
{
    Q_DECLARE_TR_FUNCTIONS(Fields)
};

const QHash<QString, const char *> &names()
{
    static const QHash<QString, const char *> known{
        {u"title"_s, QT_TRANSLATE_NOOP("Fields", "Title")},
        {u"given_name"_s, QT_TRANSLATE_NOOP("Fields", "First name")},
        {u"middle_name"_s, QT_TRANSLATE_NOOP("Fields", "Middle name")},
        {u"family_name"_s, QT_TRANSLATE_NOOP("Fields", "Family name")},
        {u"known_as"_s, QT_TRANSLATE_NOOP("Fields", "Known as")},
        {u"date_of_birth"_s, QT_TRANSLATE_NOOP("Fields", "Date of birth")},
        {u"date_of_death"_s, QT_TRANSLATE_NOOP("Fields", "Date of death")},
        {u"marital_status"_s, QT_TRANSLATE_NOOP("Fields", "Marital status")},
        {u"preferred_language"_s, QT_TRANSLATE_NOOP("Fields", "Preferred language")},
        {u"communication_needs"_s, QT_TRANSLATE_NOOP("Fields", "Communication needs")},
        {u"contact_preference"_s, QT_TRANSLATE_NOOP("Fields", "How they like to be contacted")},
        {u"external_id"_s, QT_TRANSLATE_NOOP("Fields", "Council reference")},
        {u"nhs_number"_s, QT_TRANSLATE_NOOP("Fields", "NHS number")},
        {u"ni_number"_s, QT_TRANSLATE_NOOP("Fields", "National Insurance number")},
        {u"roles"_s, QT_TRANSLATE_NOOP("Fields", "Roles")},
        {u"former_name"_s, QT_TRANSLATE_NOOP("Fields", "Former name")},
        {u"contact"_s, QT_TRANSLATE_NOOP("Fields", "Contact details")},
        {u"address"_s, QT_TRANSLATE_NOOP("Fields", "Address")},
        {u"home_address"_s, QT_TRANSLATE_NOOP("Fields", "Home")},
        {u"relationship"_s, QT_TRANSLATE_NOOP("Fields", "Relationship")},
        {u"payment"_s, QT_TRANSLATE_NOOP("Fields", "Payment reference")},
        {u"reference"_s, QT_TRANSLATE_NOOP("Fields", "Reference elsewhere")},
    };
    return known;
}

QString joined(const QJsonObject &object, const QStringList &members, const QString &between)
{
    QStringList parts;
    for (const QString &member : members)
        parts << object.value(member).toString();
    parts.removeAll(QString());
    return parts.join(between);
}

// What a person would read out of a structured field, in that order.
QString objectWords(const QJsonObject &object)
{
    return joined(object,
                  {u"title"_s, u"given_name"_s, u"middle_name"_s, u"family_name"_s, u"value"_s, u"text"_s,
                   u"postcode"_s, u"name_as_told"_s, u"scheme"_s, u"system"_s, u"reference"_s, u"outcome"_s,
                   u"label"_s},
                  u", "_s);
}

// "Ruth Marlowe, Child, Lasting power of attorney …, registered document".
QString relationshipLine(const domain::Relationship &told, const RecordNames &names)
{
    const auto known = told.other ? names.find(told.other->toString()) : names.cend();
    QString who = known == names.cend() ? told.nameAsTold : known->second;
    if (who.isEmpty())
        who = Fields::tr("somebody on record");
    QStringList parts{who, relationshipWords(told.kind), authorityWords(told.authority), told.evidence,
                      domain::readablePhone(told.reach)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

// What is there only for people of some kinds is said in words of that kind; nothing where it cannot be read.
QString lineOfKind(const QString &field, const QJsonValue &value, const RecordNames &names)
{
    const QString kind = field.section(u'/', 0, 0);
    const QJsonObject object = value.toObject();
    if (kind == "former_name"_L1)
        return joined(object, {u"given_name"_s, u"middle_name"_s, u"family_name"_s}, u" "_s);
    if (kind == "payment"_L1)
        return paymentSchemeWords(object.value("scheme"_L1).toString()) + u", "_s +
               joined(object, {u"reference"_s, u"outcome"_s}, u", "_s);
    const auto person = domain::personFromFields({}, 0, {{field, value}});
    if (person && !person->relationships.empty())
        return relationshipLine(person->relationships.front(), names);
    if (person && !person->contactPoints.empty()) {
        QStringList parts{contactWords(person->contactPoints.front()),
                          contactLabelWords(person->contactPoints.front().label)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

// What a code or a number is called.
QString codeWords(const QString &field, const QString &code)
{
    if (field == "marital_status"_L1) {
        const auto status = domain::parseMaritalStatus(code);
        return status ? maritalStatusWords(*status) : code;
    }
    if (field == "preferred_language"_L1)
        return code.isEmpty() ? code : languageWords(code);
    if (field == "nhs_number"_L1)
        return nhsNumberWords(code);
    if (field == "ni_number"_L1)
        return niNumberWords(code);
    if (field == "date_of_birth"_L1 || field == "date_of_death"_L1) {
        const auto date = domain::PartialDate::parseIso(code);
        return date ? dateWords(*date) : code;
    }
    return code;
}

} // namespace

const QStringList &fieldOrder()
{
    static const QStringList fields{u"title"_s,
                                    u"given_name"_s,
                                    u"middle_name"_s,
                                    u"family_name"_s,
                                    u"known_as"_s,
                                    u"former_name"_s,
                                    u"date_of_birth"_s,
                                    u"date_of_death"_s,
                                    domain::homeAddress.toString(),
                                    u"address"_s,
                                    u"contact"_s,
                                    u"communication_needs"_s,
                                    u"contact_preference"_s,
                                    u"preferred_language"_s,
                                    u"marital_status"_s,
                                    u"nhs_number"_s,
                                    u"ni_number"_s,
                                    u"relationship"_s,
                                    u"payment"_s,
                                    u"external_id"_s,
                                    u"reference"_s};
    return fields;
}

QString fieldWords(const QString &field)
{
    const QString group = field.section(u'/', 0, 0);
    const char *name = names().value(group);
    return name ? QCoreApplication::translate("Fields", name) : group;
}

QString valueWords(const QString &field, const QJsonValue &value, const RecordNames &names)
{
    QString text;
    if (value.isObject()) {
        text = lineOfKind(field, value, names);
        if (text.isEmpty())
            text = objectWords(value.toObject());
    } else if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray()) {
            const auto role =
                field == u"roles"_s ? domain::parsePersonRole(part.toString()) : fail(ErrorCode::NotFound);
            parts.append(role ? personRoleWords(*role) : part.toString());
        }
        text = parts.join(u", "_s);
    } else {
        text = codeWords(field, value.toVariant().toString());
    }
    return text.isEmpty() ? Fields::tr("(nothing)") : text;
}

} // namespace reeve::ui
