// SPDX-License-Identifier: MIT
#include "app/reevectl/sample_targets.h"

#include "app/reevectl/central_access.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/output_file.h"
#include "core/central/administration.h"
#include "core/domain/person_fields.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_import.h"
#include "core/services/person/tidy_person.h"

#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr qint64 peoplePerBatch = 2000;

QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

QString contactOf(const domain::Person &person, domain::ContactKind kind)
{
    for (const auto &point : person.contactPoints) {
        if (point.kind == kind)
            return point.value;
    }
    return {};
}

QByteArray csvRow(const domain::Person &person)
{
    const domain::Address *home = person.homeAddress();
    const QStringList cells{person.externalId,
                            person.name.title,
                            person.name.given,
                            person.name.middle,
                            person.name.family,
                            person.knownAs,
                            person.dateOfBirth ? person.dateOfBirth->toIso() : QString(),
                            person.dateOfDeath ? person.dateOfDeath->toIso() : QString(),
                            contactOf(person, domain::ContactKind::Phone),
                            contactOf(person, domain::ContactKind::Email),
                            home ? home->text : QString(),
                            home ? home->postcode : QString(),
                            home && home->uprn ? QString::number(*home->uprn) : QString()};
    QByteArray row;
    for (const QString &text : cells)
        row += (row.isEmpty() ? "" : ",") + cell(text);
    return row + '\n';
}

Result<> interruptedAfter(qint64 people)
{
    return fail(ErrorCode::Cancelled, u"%1 people were made"_s.arg(people));
}

} // namespace

Result<SampleMade> sampleToFile(const services::SampleCouncil &council, const QString &fileName)
{
    if (const auto replaceable = checkReplaceable(fileName); !replaceable)
        return fail(replaceable);
    QSaveFile file(fileName);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(fileName));
    file.write("id,title,given_name,middle_name,family_name,known_as,date_of_birth,date_of_death,phone,email,address,"
               "postcode,uprn\n");
    for (qint64 n = 0; n < council.size().people; ++n) {
        file.write(csvRow(council.person(n)));
        if (isInterrupted())
            return fail(interruptedAfter(n));
    }
    if (!file.commit())
        return fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(fileName));
    return SampleMade{council.size().people, 0};
}

Result<SampleMade> sampleToDesk(const services::SampleCouncil &council, const Arguments &arguments)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return fail(desk);
    return sampleToDesk(council, **desk);
}

Result<SampleMade> sampleToDesk(const services::SampleCouncil &council, services::Desk &desk)
{
    SampleMade made;
    for (qint64 begin = 0; begin < council.size().people; begin += peoplePerBatch) {
        const qint64 end = std::min(begin + peoplePerBatch, council.size().people);
        std::vector<domain::Person> people;
        std::vector<domain::Interaction> interactions;
        for (qint64 n = begin; n < end; ++n) {
            people.push_back(council.person(n));
            for (auto &interaction : council.interactionsOf(n))
                interactions.push_back(std::move(interaction));
        }
        const auto stored = await(services::PersonImport::storePeople(desk, people));
        if (!stored)
            return fail(stored);
        const auto logged = await(services::InteractionService(desk).log(interactions));
        if (!logged)
            return fail(logged);
        for (const auto &outcome : *stored)
            made.people += outcome ? 1 : 0;
        for (const auto &receipt : *logged)
            made.interactions += receipt ? 1 : 0;
        if (isInterrupted())
            return fail(interruptedAfter(made.people));
    }
    desk.markDemo();
    return made;
}

Result<SampleMade> sampleToCentre(const services::SampleCouncil &council, const Arguments &arguments)
{
    const auto signIn = centralSignIn(arguments);
    if (!signIn)
        return fail(signIn);
    IdSource ids(systemClock());
    for (qint64 begin = 0; begin < council.size().people; begin += peoplePerBatch) {
        const qint64 end = std::min(begin + peoplePerBatch, council.size().people);
        std::vector<store::PulledPerson> people;
        for (qint64 n = begin; n < end; ++n) {
            const domain::Person person = services::tidyPerson(council.person(n), ids);
            people.push_back(
                {person.id, 0, QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact), false});
        }
        if (const auto counts = central::importPeople(signIn->uri, signIn->password, people); !counts)
            return fail(counts);
        if (isInterrupted())
            return fail(interruptedAfter(end));
    }
    return SampleMade{council.size().people, 0};
}

} // namespace reeve::ctl
