// SPDX-License-Identifier: MIT
#include "core/services/person/tell_once_service.h"

#include "core/domain/acting_for.h"
#include "core/domain/person_codes.h"
#include "core/services/person/person_changes.h"
#include "core/services/person/tidy_person.h"
#include "core/services/person/value_marks.h"
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::MarkKind;
using reeve::domain::PersonId;
using reeve::domain::ValueMark;

namespace reeve::services {

namespace {

constexpr std::array unreachableCodes = {
    std::pair(UnreachableWhy::WrongNumber, "wrong_number"_L1),
    std::pair(UnreachableWhy::NoLongerInUse, "not_in_use"_L1),
    std::pair(UnreachableWhy::Bounced, "bounced"_L1),
    std::pair(UnreachableWhy::ReturnedPost, "returned_post"_L1),
};

// A person as shown, and whose each field is.
struct Shown
{
    PersonId person;
    domain::MergedFields merged;
};

Result<Shown> shownPerson(const Job &job, PersonId asked)
{
    const store::MergeRepository merges(job.connection());
    const auto survivor = merges.survivorOf(asked);
    if (!survivor)
        return fail(survivor);
    const auto graph = merges.around(*survivor);
    if (!graph)
        return fail(graph);
    const auto originals = store::MergedPeople(job.connection()).originals(graph->recordsWith(*survivor));
    if (!originals)
        return fail(originals);
    if (!originals->contains(*survivor))
        return fail(ErrorCode::NotFound, u"person "_s + survivor->toString());
    return Shown{*survivor, domain::foldFields(*graph, *survivor, *originals)};
}

// Each mark goes to the record whose value is shown, so that it is right also when a merge is undone.
Result<WrittenMarks> markFields(const Job &job, const Shown &shown, MarkKind kind, const QStringList &fields,
                                const ToldBy &told, const QString &detail = {})
{
    std::map<PersonId, std::vector<ValueMark>, domain::ByBytes> marks;
    for (const QString &field : fields) {
        const auto source = shown.merged.sources.find(field);
        if (source == shown.merged.sources.end() || field.startsWith("mark/"_L1))
            return fail(ErrorCode::NotFound, u"no such field: "_s + field.left(80));
        auto mark = markOf(job, kind, told, field, shown.merged.fields.value(field));
        if (!mark)
            return fail(mark);
        mark->detail = detail;
        marks[source->second].push_back(std::move(*mark));
    }
    WrittenMarks written;
    for (const auto &[record, added] : marks) {
        auto stored = addMarks(job, record, added);
        if (!stored)
            return fail(stored);
        written.push_back(std::move(*stored));
    }
    return written;
}

// Of a field that is not there, any: it is told of as such.
Result<> checkReason(const Shown &shown, const QString &field, UnreachableWhy why)
{
    const QJsonObject value = shown.merged.fields.value(field).toObject();
    const auto kind = domain::contactKindOf(value.value("kind"_L1).toString());
    const auto reasons = unreachableReasons(field, kind.value_or(domain::ContactKind::Phone));
    if (value.isEmpty() || std::find(reasons.begin(), reasons.end(), why) != reasons.end())
        return {};
    QStringList codes;
    for (const UnreachableWhy each : reasons)
        codes << toCode(each);
    return fail(ErrorCode::InvalidInput, u"%1 is no reason there, but %2"_s.arg(toCode(why), codes.join(u" or "_s)));
}

Result<domain::Person> personOf(const Shown &shown)
{
    return domain::personFromFields(shown.person, 0, shown.merged.fields);
}

Result<> checkDeath(const domain::Person &person, const domain::PartialDate &date, QDate today)
{
    if (domain::firstDay(date) > today)
        return fail(ErrorCode::InvalidInput, u"date_of_death has not come"_s);
    if (person.dateOfBirth && domain::lastDay(date) < domain::firstDay(*person.dateOfBirth))
        return fail(ErrorCode::InvalidInput, u"date_of_death before date_of_birth"_s);
    return {};
}

void setEstate(domain::Person &person, domain::Relationship estate)
{
    estate.handlesEstate = true;
    const auto known = std::find_if(person.relationships.begin(), person.relationships.end(),
                                    [&](const auto &one) { return !estate.key.isEmpty() && one.key == estate.key; });
    if (known == person.relationships.end())
        person.relationships.push_back(std::move(estate));
    else
        *known = std::move(estate);
}

Result<> storeDeath(const Job &job, PersonId asked, const DeathNotice &notice)
{
    const auto shown = shownPerson(job, asked);
    if (!shown)
        return fail(shown);
    const auto stored = store::PersonRepository(job.connection()).find(shown->person);
    if (!stored)
        return fail(stored);
    if (!*stored)
        return fail(ErrorCode::NotFound, u"person "_s + shown->person.toString());
    const domain::Person &before = **stored;
    if (const auto right = checkDeath(before, notice.date, job.today()); !right)
        return right;

    domain::Person after = before;
    after.dateOfDeath = notice.date;
    if (notice.estate)
        setEstate(after, *notice.estate);
    after = tidyPerson(std::move(after), job.desk().ids());
    const auto changes = domain::changesBetween(domain::toFields(before), domain::toFields(after));
    if (const auto edited = editPerson(job, before.id, before.revision, changes, notice.told); !edited)
        return edited;
    if (!notice.isVerified)
        return {};
    const auto now = shownPerson(job, asked);
    if (!now)
        return fail(now);
    if (const auto verified = markFields(job, *now, MarkKind::Confirmed, {u"date_of_death"_s}, notice.told); !verified)
        return fail(verified);
    return {};
}

} // namespace

QString toCode(UnreachableWhy why)
{
    for (const auto &[value, code] : unreachableCodes) {
        if (value == why)
            return code;
    }
    return {};
}

std::optional<UnreachableWhy> parseUnreachableWhy(QStringView code)
{
    for (const auto &[value, known] : unreachableCodes) {
        if (known == code)
            return value;
    }
    return std::nullopt;
}

std::vector<UnreachableWhy> unreachableReasons(QStringView field, domain::ContactKind kind)
{
    if (field.startsWith("address/"_L1))
        return {UnreachableWhy::ReturnedPost};
    if (!field.startsWith("contact/"_L1))
        return {};
    if (kind == domain::ContactKind::Phone)
        return {UnreachableWhy::WrongNumber, UnreachableWhy::NoLongerInUse};
    return {UnreachableWhy::Bounced, UnreachableWhy::NoLongerInUse};
}

QFuture<Result<WrittenMarks>> TellOnceService::confirm(PersonId person, const QStringList &fields,
                                                       const ToldBy &told) const
{
    return m_desk.store().write(
        [&desk = m_desk, person, fields, told](store::Connection &connection) -> Result<WrittenMarks> {
            const Job job(desk, connection);
            const auto shown = shownPerson(job, person);
            if (!shown)
                return fail(shown);
            return markFields(job, *shown, MarkKind::Confirmed, fields, told);
        });
}

QFuture<Result<WrittenMarks>> TellOnceService::markUnreachable(PersonId person, const QString &field,
                                                               UnreachableWhy why, const ToldBy &told) const
{
    return m_desk.store().write(
        [&desk = m_desk, person, field, why, told](store::Connection &connection) -> Result<WrittenMarks> {
            const Job job(desk, connection);
            if (unreachableReasons(field, {}).empty())
                return fail(ErrorCode::InvalidInput, u"nobody is reached by "_s + field.left(80));
            const auto shown = shownPerson(job, person);
            if (!shown)
                return fail(shown);
            if (const auto fits = checkReason(*shown, field, why); !fits)
                return fail(fits);
            return markFields(job, *shown, MarkKind::Unreachable, {field}, told, toCode(why));
        });
}

QFuture<Result<>> TellOnceService::recordDeath(PersonId person, const DeathNotice &notice) const
{
    return m_desk.store().write([&desk = m_desk, person, notice](store::Connection &connection) -> Result<> {
        return storeDeath(Job(desk, connection), person, notice);
    });
}

QFuture<Result<WrittenMarks>> TellOnceService::passOn(PersonId person, const QString &body) const
{
    return m_desk.store().write([&desk = m_desk, person, body](store::Connection &connection) -> Result<WrittenMarks> {
        const Job job(desk, connection);
        const auto shown = shownPerson(job, person);
        if (!shown)
            return fail(shown);
        const auto read = personOf(*shown);
        if (!read)
            return fail(read);
        const auto items = desk.policy().bereavement.itemsFor(*read);
        const bool isOne = std::any_of(items.begin(), items.end(), [&](const auto &i) { return i.body.code == body; });
        if (!isOne)
            return fail(ErrorCode::InvalidInput, u"not among those who must be told"_s);
        return markFields(job, *shown, MarkKind::PassedOn, {u"date_of_death"_s}, {}, body);
    });
}

QFuture<Result<>> TellOnceService::takeBack(const WrittenMarks &written) const
{
    return m_desk.store().write([&desk = m_desk, written](store::Connection &connection) -> Result<> {
        const Job job(desk, connection);
        for (const MarksOfRecord &one : written) {
            if (const auto taken = takeBackMarks(job, one); !taken)
                return taken;
        }
        return {};
    });
}

} // namespace reeve::services
