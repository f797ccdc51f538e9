// SPDX-License-Identifier: MIT
#include "app/reevectl/demo_story.h"

#include "app/reevectl/central_access.h"
#include "app/reevectl/central_uri.h"
#include "app/reevectl/demo_words.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/interrupt.h"
#include "core/central/administration.h"
#include "core/domain/person_fields.h"
#include "core/services/person/person_service.h"
#include "core/services/person/tidy_person.h"
#include "core/services/sample/sample_council.h"
#include "core/services/sync/sync_run.h"
#include "core/store/store.h"

#include <QDir>
#include <QJsonDocument>

#include <cmath>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr std::size_t peoplePerBatch = 2000;

crypto::Secret randomSecret()
{
    return crypto::Secret(QByteArrayView(crypto::Secret::random(16).view().toByteArray().toHex()));
}

} // namespace

DemoStory::DemoStory(qint64 people, Terminal &terminal)
    : m_people(people),
      m_terminal(terminal),
      m_folder(QDir::tempPath() + u"/reeve-demo-XXXXXX"_s),
      m_centre(m_folder.filePath(u"centre"_s)),
      m_passphrase(randomSecret()),
      m_agentPassword(randomSecret())
{
    // PostgreSQL may run as another user, who must get through to its own folder and sees nothing else.
    ::chmod(QFile::encodeName(m_folder.path()).constData(), 0711);
    m_sinceStep.start();
}

DemoStory::~DemoStory()
{
    m_desk.reset();
    static_cast<void>(m_centre.stop());
}

void DemoStory::step(const QString &does, QJsonObject found)
{
    found.insert(u"step"_s, ++m_steps);
    found.insert(u"does"_s, does);
    found.insert(u"ms"_s, m_sinceStep.restart());
    m_terminal.print(found);
    m_terminal.flush();
}

Result<> DemoStory::tell()
{
    if (!m_folder.isValid())
        return fail(ErrorCode::Io, u"no temporary folder"_s);
    using Step = Result<> (DemoStory::*)();
    constexpr Step steps[] = {&DemoStory::startCentre, &DemoStory::makeCouncil,      &DemoStory::enrolDesk,
                              &DemoStory::loadPeople,  &DemoStory::findCaller,       &DemoStory::logOnline,
                              &DemoStory::stopCentre,  &DemoStory::logOffline,       &DemoStory::restartDesk,
                              &DemoStory::searchDisk,  &DemoStory::startCentreAgain, &DemoStory::bringAcross,
                              &DemoStory::checkCentre, &DemoStory::searchDisk};
    for (const Step next : steps) {
        if (const auto done = (this->*next)(); !done)
            return done;
        if (isInterrupted())
            return fail(ErrorCode::Cancelled);
    }
    step(u"everything holds"_s);
    return {};
}

Result<> DemoStory::startCentre()
{
    if (const auto started = m_centre.start(); !started)
        return started;
    step(u"a PostgreSQL of its own runs as the centre"_s);

    const auto password = m_centre.password();
    if (!password)
        return fail(password);
    const auto setup = central::initCentral(m_centre.uri(), *password);
    if (!setup)
        return fail(setup);
    step(u"the central schema is there"_s, {{u"schema"_s, setup->schemaVersion}});

    const auto added = central::addAgent(m_centre.uri(), *password, demoAgent(), u"Asha Patel"_s,
                                         {domain::Role::Handler, domain::Role::Supervisor}, m_agentPassword);
    if (!added)
        return added;
    step(u"a call handler may sign in"_s, {{u"agent"_s, demoAgent()}});
    return {};
}

Result<> DemoStory::makeCouncil()
{
    const auto password = m_centre.password();
    if (!password)
        return fail(password);
    services::SampleSize size;
    size.people = m_people;
    const services::SampleCouncil council(size, systemClock().now());
    IdSource ids(systemClock());
    qint64 added = 0;
    std::vector<store::PulledPerson> batch;
    for (qint64 n = 0; n < m_people; ++n) {
        const domain::Person person = services::tidyPerson(council.person(n), ids);
        batch.push_back({person.id, 0, QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact), false});
        if (batch.size() < peoplePerBatch && n + 1 < m_people)
            continue;
        const auto counts = central::importPeople(m_centre.uri(), *password, batch);
        if (!counts)
            return fail(counts);
        added += counts->added;
        batch.clear();
    }
    step(u"Exampleton Council has people in its records"_s, {{u"people"_s, added}});
    return added == m_people ? Result<>() : fail(ErrorCode::Internal, u"not everybody arrived"_s);
}

Result<> DemoStory::enrolDesk()
{
    const QString uri = withoutUser(m_centre.uri());
    const auto gateway = gatewayTo(uri);
    const auto device = services::enrol(
        {storeFolder(), demoAgent(), m_passphrase, m_agentPassword, u"Desk 14"_s, uri, {}}, *gateway, systemClock());
    if (!device)
        return fail(device);
    step(u"a desk is enrolled, with an encrypted store of its own"_s);
    return openDesk();
}

Result<> DemoStory::openDesk()
{
    const auto policy = services::Policy::builtIn();
    if (!policy)
        return fail(policy);
    auto desk = services::Desk::openNow(storeFolder(), demoAgent(), m_passphrase, systemClock(), *policy);
    if (!desk)
        return fail(desk);
    m_desk = std::move(*desk);
    return {};
}

Result<> DemoStory::loadPeople()
{
    const auto gateway = gatewayTo(withoutUser(m_centre.uri()));
    const auto summary = services::syncOnce(*m_desk, *gateway, m_agentPassword);
    if (!summary)
        return fail(summary);
    if (const auto ready = m_desk->store().awaitIndex(); !ready)
        return ready;
    step(u"the desk has loaded the people"_s, {{u"pulled"_s, summary->pulled}});
    return summary->pulled >= m_people ? Result<>() : fail(ErrorCode::Internal, u"people are missing on the desk"_s);
}

Result<> DemoStory::findCaller()
{
    services::SampleSize size;
    size.people = m_people;
    const domain::Person wanted = services::SampleCouncil(size, systemClock().now()).person(m_people / 2);
    const QString query = wanted.name.given + u' ' + wanted.name.family +
                          (wanted.dateOfBirth ? u' ' + wanted.dateOfBirth->toIso() : QString());
    QElapsedTimer timer;
    timer.start();
    const auto hits = await(services::PersonService(*m_desk).search(query, 10));
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!hits)
        return fail(hits);
    if (hits->empty())
        return fail(ErrorCode::NotFound, u"the caller is not found"_s);
    m_caller = hits->front().id;
    step(u"a resident rings, and is found by name and date of birth"_s,
         {{u"hits"_s, static_cast<qint64>(hits->size())}, {u"search_ms"_s, std::round(milliseconds * 100) / 100}});
    return {};
}

} // namespace reeve::ctl
