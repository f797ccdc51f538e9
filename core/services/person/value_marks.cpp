// SPDX-License-Identifier: MIT
#include "core/services/person/value_marks.h"

#include "core/services/person/person_changes.h"
#include "core/store/person_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::FieldChanges;
using reeve::domain::PersonId;
using reeve::domain::ValueMark;

namespace reeve::services {

namespace {

// Nobody is asked for these.
bool isTold(const QString &field)
{
    return !field.startsWith("mark/"_L1) && field != "roles"_L1 && field != "is_demo"_L1 && field != "external_id"_L1;
}

QString fieldOf(const ValueMark &mark)
{
    return u"mark/"_s + mark.key;
}

bool isAboutAny(const ValueMark &mark, const QJsonObject &fields)
{
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const QString field = it.key();
        if (domain::markedField(field) == mark.field && domain::fingerprintOf(field, it.value()) == mark.value)
            return true;
    }
    return false;
}

// Of a date of death that was corrected: those who were told of the death still know.
bool isKeptBy(const ValueMark &mark, const QJsonObject &fields)
{
    return mark.kind == domain::MarkKind::PassedOn ? fields.contains(mark.field) : isAboutAny(mark, fields);
}

// Taking a mark away never conflicts: nobody changes one.
void takeAway(FieldChanges &changes, const ValueMark &mark)
{
    changes.set.insert(fieldOf(mark), QJsonValue::Null);
    changes.was.insert(fieldOf(mark), domain::markObject(mark));
}

void add(FieldChanges &changes, const ValueMark &mark)
{
    changes.set.insert(fieldOf(mark), domain::markObject(mark));
    changes.was.insert(fieldOf(mark), QJsonValue::Null);
}

Result<domain::Person> ownPerson(const Job &job, PersonId record)
{
    auto person = store::PersonRepository(job.connection()).findOwn(record);
    if (!person)
        return fail(person);
    if (!*person)
        return fail(ErrorCode::NotFound, u"person "_s + record.toString());
    return std::move(**person);
}

} // namespace

Result<ValueMark> markOf(const Job &job, domain::MarkKind kind, const ToldBy &told, const QString &field,
                         const QJsonValue &value)
{
    const auto at = job.centralNow();
    if (!at)
        return fail(at);
    ValueMark mark;
    mark.key = job.desk().ids().next().toString(QUuid::WithoutBraces);
    mark.field = domain::markedField(field);
    mark.value = domain::fingerprintOf(field, value);
    mark.kind = kind;
    mark.source = told.source;
    mark.channel = told.channel;
    mark.at = *at;
    mark.agent = job.desk().agentName();
    return mark;
}

Result<domain::Person> withToldMarks(const Job &job, domain::Person person, const ToldBy &told)
{
    const QJsonObject fields = domain::toFields(person);
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (!isTold(it.key()))
            continue;
        auto mark = markOf(job, domain::MarkKind::Told, told, it.key(), it.value());
        if (!mark)
            return fail(mark);
        person.marks.push_back(std::move(*mark));
    }
    return person;
}

Result<FieldChanges> withToldMarks(const Job &job, PersonId record, FieldChanges changes, const ToldBy &told)
{
    const auto own = ownPerson(job, record);
    if (!own)
        return fail(own);
    const QJsonObject before = domain::toFields(*own);
    const QJsonObject after = domain::withChanges(before, changes.set);
    const QJsonObject asked = changes.set;
    for (auto it = asked.constBegin(); it != asked.constEnd(); ++it) {
        const QString field = it.key();
        const bool isSame = before.contains(field) && domain::fingerprintOf(field, before.value(field)) ==
                                                          domain::fingerprintOf(field, it.value());
        if (!isTold(field) || it.value().isNull() || isSame)
            continue;
        const auto mark = markOf(job, domain::MarkKind::Told, told, field, it.value());
        if (!mark)
            return fail(mark);
        add(changes, *mark);
    }
    for (const ValueMark &mark : own->marks) {
        if (mark.kind != domain::MarkKind::Other && !isKeptBy(mark, after))
            takeAway(changes, mark);
    }
    return changes;
}

Result<MarksOfRecord> addMarks(const Job &job, PersonId record, const std::vector<ValueMark> &marks)
{
    const auto own = ownPerson(job, record);
    if (!own)
        return fail(own);
    MarksOfRecord written{record, marks, {}};
    FieldChanges changes;
    for (const ValueMark &mark : marks) {
        for (const ValueMark &old : own->marks) {
            if (old.field == mark.field && old.value == mark.value && old.kind == mark.kind &&
                old.detail == mark.detail) {
                takeAway(changes, old);
                written.replaced.push_back(old);
            }
        }
        add(changes, mark);
    }
    if (const auto edited = editRecord(job, record, own->revision, changes); !edited)
        return fail(edited);
    return written;
}

Result<> takeBackMarks(const Job &job, const MarksOfRecord &written)
{
    const auto own = ownPerson(job, written.record);
    if (!own)
        return fail(own);
    const QJsonObject fields = domain::toFields(*own);
    FieldChanges changes;
    for (const ValueMark &mark : written.added) {
        if (fields.contains(fieldOf(mark)))
            takeAway(changes, mark);
    }
    for (const ValueMark &mark : written.replaced) {
        if (!fields.contains(fieldOf(mark)) && isKeptBy(mark, fields))
            add(changes, mark);
    }
    return editRecord(job, written.record, own->revision, changes);
}

} // namespace reeve::services
