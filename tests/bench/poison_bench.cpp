// SPDX-License-Identifier: MIT
// What one record that the centre cannot take costs the 499 beside it: plain is the same push without it.
#include "tests/bench/bench_size.h"
#include "tests/bench/central_desk.h"

#include "core/central/postgres_gateway.h"
#include "core/domain/interaction.h"

#include <benchmark/benchmark.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::bench {

namespace {

constexpr int perBatch = 500;

// A desk that is only a gateway: no store, so that both sides differ by the record alone.
struct BareDesk
{
    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<sync::CentralGateway> gateway;
    sync::EnrolReply enrolment;
    sync::HelloReply greeting;
    qint64 sequence = 0;

    BareDesk()
    {
        BenchCentre &centre = BenchCentre::instance();
        gateway = central::makeGateway(centre.uri(centre.port()));
        auto enrolled = gateway->enrol({BenchCentre::agent(), BenchCentre::passphrase(), u"Bare"_s});
        if (!enrolled)
            qFatal("not enrolled");
        enrolment = std::move(*enrolled);
        gateway->usePool(enrolment.poolUser, enrolment.poolPassword);
        auto greeted = gateway->hello(
            {enrolment.session.token, enrolment.device, enrolment.incarnation, {}, 0, 0, 0, clock.now()});
        if (!greeted)
            qFatal("not greeted");
        greeting = std::move(*greeted);
    }

    store::OutboxEntry entry(bool isPoison)
    {
        domain::Interaction call;
        call.id = ids.next<domain::InteractionTag>();
        call.startedAt = clock.now();
        call.endedAt = call.startedAt + 5min;
        call.reasons = {u"lgsl:524"_s};
        call.disposition = u"resolved"_s;
        call.notes = {{ids.next<domain::NoteTag>(),
                       QString(u"Bin at no. 15 missed twice; assisted collection. "_s).repeated(7).left(350),
                       call.startedAt}};
        QJsonObject json = domain::toJson(call);
        if (isPoison) {
            QJsonObject head = json.value(u"interaction"_s).toObject();
            head[u"channel"_s] = u"pigeon"_s;
            json[u"interaction"_s] = head;
        }
        store::OutboxEntry made;
        made.sequence = ++sequence;
        made.id = ids.next<domain::EntryTag>();
        made.payload = QJsonDocument(json).toJson(QJsonDocument::Compact);
        made.agent = BenchCentre::agent();
        made.deviceTime = call.startedAt;
        return made;
    }
};

void push(benchmark::State &state, bool isPoisoned)
{
    BareDesk desk;
    for (auto _ : state) {
        std::vector<sync::PushBatch> batches;
        for (qint64 done = 0; done < benchSize().backlog; done += perBatch) {
            batches.push_back({desk.enrolment.session.token, desk.greeting.device, desk.greeting.incarnation, {}});
            for (int i = 0; i < perBatch; ++i)
                batches.back().entries.push_back(desk.entry(isPoisoned && i == perBatch / 2));
        }
        const auto start = std::chrono::steady_clock::now();
        std::size_t sent = 0;
        for (std::size_t received = 0; received < batches.size(); ++received) {
            for (; sent < batches.size() && sent - received < sync::CentralGateway::maxInFlight; ++sent) {
                if (!desk.gateway->sendPush(batches[sent]))
                    qFatal("not sent");
            }
            const auto reply = desk.gateway->receivePush();
            const auto refused = reply
                                     ? std::ranges::count_if(reply->outcomes,
                                                             [](const auto &outcome) {
                                                                 return outcome.state == store::EntryState::Quarantined;
                                                             })
                                     : -1;
            if (refused != (isPoisoned ? 1 : 0))
                qFatal("not as it should be: %lld refused", static_cast<long long>(refused));
        }
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
}

const bool areRegistered = [] {
    for (const auto &[name, isPoisoned] :
         {std::pair{"one bad record in each batch/plain", false}, {"one bad record in each batch/reeve", true}}) {
        benchmark::RegisterBenchmark(name, push, isPoisoned)
            ->Iterations(1)
            ->Repetitions(3)
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

} // namespace

} // namespace reeve::bench
