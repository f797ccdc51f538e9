// SPDX-License-Identifier: MIT
// The second half of the demo: the centre goes away in the middle of the work, and comes back.
#include "app/reevectl/central_access.h"
#include "app/reevectl/central_uri.h"
#include "app/reevectl/demo_story.h"
#include "app/reevectl/demo_words.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/readable_bytes.h"
#include "app/reevectl/status_object.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/sync/sync_run.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// A call as the window would take it: started, typed and saved, finished.
Result<services::Saved> takeCall(services::Desk &desk, domain::PersonId caller, const QString &note,
                                 const QString &healthDetail)
{
    const services::InteractionService service(desk);
    auto draft = await(service.start(domain::Channel::Phone, domain::Direction::Inbound, caller, u"01632 960123"_s));
    if (!draft)
        return fail(draft);
    draft->noteText = note;
    draft->interaction.reasons = {u"lgsl:57"_s};
    if (!healthDetail.isEmpty()) {
        domain::SpecialCategoryItem item;
        item.category = domain::SpecialCategory::Health;
        item.condition = u"A9G"_s;
        item.schedule1 = u"S1P6"_s;
        item.detail = healthDetail;
        draft->interaction.specialCategory = {item};
    }
    if (const auto saved = await(service.save(*draft)); !saved)
        return fail(saved);
    draft->interaction.disposition = u"resolved"_s;
    return await(service.finish(*draft));
}

Result<> expectCount(const app::PrivatePostgres &centre, const QString &sql, qint64 wanted, const QString &what,
                     QJsonObject &found)
{
    const auto answer = centre.query(sql);
    if (!answer)
        return fail(answer);
    found.insert(what, answer->toLongLong());
    if (*answer != QString::number(wanted))
        return fail(ErrorCode::Internal, u"%1: %2 where %3 belong"_s.arg(what, *answer).arg(wanted));
    return {};
}

} // namespace

Result<> DemoStory::logOnline()
{
    const auto saved = takeCall(*m_desk, *m_caller, onlineNote(), {});
    if (!saved)
        return fail(saved);
    m_online = saved->id;
    const auto gateway = gatewayTo(withoutUser(m_centre.uri()));
    const auto summary = services::syncOnce(*m_desk, *gateway, m_agentPassword);
    if (!summary)
        return fail(summary);
    step(u"the call is logged and at the centre"_s,
         {{u"seq"_s, saved->sequence}, {u"pushed"_s, summary->pushed}, {u"pending"_s, summary->pending}});
    return summary->pending == 0 ? Result<>() : fail(ErrorCode::Internal, u"it still waits"_s);
}

Result<> DemoStory::stopCentre()
{
    if (const auto stopped = m_centre.stop(); !stopped)
        return stopped;
    step(u"PostgreSQL is stopped: the centre is gone"_s);
    return {};
}

Result<> DemoStory::logOffline()
{
    const auto saved = takeCall(*m_desk, *m_caller, offlineNote(), offlineHealth());
    if (!saved)
        return fail(saved);
    m_offline = saved->id;
    step(u"another call is logged all the same, with a note and a health flag"_s, {{u"seq"_s, saved->sequence}});

    const auto gateway = gatewayTo(withoutUser(m_centre.uri()));
    const auto summary = services::syncOnce(*m_desk, *gateway, m_agentPassword);
    if (summary)
        return fail(ErrorCode::Internal, u"a sync without a centre must fail"_s);
    step(u"a sync says that the centre cannot be reached"_s, {{u"error"_s, errorName(summary.error().code)}});
    return summary.error().code == ErrorCode::Offline ? Result<>() : fail(summary);
}

Result<> DemoStory::restartDesk()
{
    m_desk.reset();
    if (const auto opened = openDesk(); !opened)
        return opened;
    const auto status = statusOf(*m_desk);
    if (!status)
        return fail(status);
    const qint64 pending = status->value(u"pending"_s).toInteger();
    step(u"the desk is closed and opened again; what was saved waits"_s, {{u"pending"_s, pending}});
    return pending == 1 ? Result<>() : fail(ErrorCode::Internal, u"one entry should wait"_s);
}

Result<> DemoStory::searchDisk()
{
    const auto searched = searchFolder(storeFolder(), {onlineNote(), offlineNote(), offlineHealth(), u"01632 960123"_s,
                                                       u"Exampleton"_s, u"family_name"_s});
    if (!searched)
        return fail(searched);
    step(u"every byte of the desk's files was searched for what was typed"_s,
         {{u"files"_s, searched->files}, {u"bytes"_s, searched->bytes}, {u"readable"_s, searched->found}});
    return searched->found == 0 ? Result<>() : fail(ErrorCode::Internal, u"something readable lies on the disk"_s);
}

Result<> DemoStory::startCentreAgain()
{
    if (const auto started = m_centre.start(); !started)
        return started;
    step(u"PostgreSQL is started again"_s);
    return {};
}

Result<> DemoStory::bringAcross()
{
    const auto gateway = gatewayTo(withoutUser(m_centre.uri()));
    for (int round = 0; round < 2; ++round) { // the second one has nothing to do
        const auto summary = services::syncOnce(*m_desk, *gateway, m_agentPassword);
        if (!summary)
            return fail(summary);
        step(round == 0 ? u"what waited is brought to the centre"_s : u"and once more, which changes nothing"_s,
             {{u"pushed"_s, summary->pushed},
              {u"pending"_s, summary->pending},
              {u"needs_attention"_s, summary->needsAttention}});
        if (summary->pending != 0 || summary->needsAttention != 0 || summary->pushed != (round == 0 ? 1 : 0))
            return fail(ErrorCode::Internal, u"not everything went across"_s);
    }
    return {};
}

Result<> DemoStory::checkCentre()
{
    const QString both = u"('%1','%2')"_s.arg(m_online.toString(), m_offline.toString());
    QJsonObject found;
    const std::tuple<QString, qint64, QString> questions[] = {
        {u"SELECT count(*) FROM reeve.interaction WHERE id IN "_s + both, 2, u"interactions"_s},
        {u"SELECT count(*) FROM reeve.note"_s, 2, u"notes"_s},
        {u"SELECT count(*) FROM reeve.special_category_item"_s, 1, u"restricted_items"_s},
        {u"SELECT count(*) FROM reeve.special_category_item WHERE interaction = '%1' AND detail = '%2'"_s.arg(
             m_offline.toString(), offlineHealth()),
         1, u"health_flag_of_the_offline_call"_s},
        {u"SELECT count(*) FROM reeve.note WHERE text LIKE '%%1%'"_s.arg(offlineHealth()), 0, u"health_in_notes"_s},
    };
    for (const auto &[sql, wanted, what] : questions) {
        if (const auto counted = expectCount(m_centre, sql, wanted, what, found); !counted)
            return counted;
    }
    step(u"both calls are at the centre once, the health flag in its restricted table only"_s, found);
    return {};
}

} // namespace reeve::ctl
