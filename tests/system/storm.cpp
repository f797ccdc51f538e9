// SPDX-License-Identifier: MIT
// Many desks that come back at once: storm URI AGENT DESKS RECORDS SPREAD_MS. Each has a connection of its own, with
// TLS and SCRAM as its URI says, says hello at a moment of its own within the spread and delivers what it has. Prints
// how long they took beyond their moment. The passwords are in REEVE_CENTRAL_PASSWORD. By hand: tests/system/storm.py.
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/central/postgres_gateway.h"
#include "core/domain/interaction_to_json.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using Steady = std::chrono::steady_clock;

namespace {

struct StormDesk
{
    sync::EnrolReply enrolled;
    std::vector<store::OutboxEntry> entries;
    double took = 0; // seconds from its moment to the last answer
    int tries = 0;
};

std::vector<store::OutboxEntry> records(IdSource &ids, const QString &agent, int count)
{
    std::vector<store::OutboxEntry> made;
    for (int i = 1; i <= count; ++i) {
        domain::Interaction call;
        call.id = ids.next<domain::InteractionTag>();
        call.startedAt = SystemClock().now();
        call.endedAt = call.startedAt + std::chrono::minutes(5);
        call.reasons = {u"lgsl:524"_s};
        call.disposition = u"resolved"_s;
        call.notes = {{ids.next<domain::NoteTag>(), u"Bin missed twice; assisted collection."_s, call.startedAt}};
        store::OutboxEntry entry;
        entry.sequence = i;
        entry.id = ids.next<domain::EntryTag>();
        entry.aggregate = call.id.uuid();
        entry.agent = agent;
        entry.payload = domain::interactionToJson(call);
        entry.deviceTime = call.startedAt;
        made.push_back(std::move(entry));
    }
    return made;
}

bool deliver(StormDesk &desk, const QString &uri)
{
    const auto gateway = central::makeGateway(uri);
    gateway->usePool(desk.enrolled.poolUser, desk.enrolled.poolPassword);
    sync::HelloRequest hello;
    hello.token = desk.enrolled.session.token;
    hello.device = desk.enrolled.device;
    hello.incarnation = desk.enrolled.incarnation;
    hello.deviceTime = SystemClock().now();
    const auto answer = gateway->hello(hello);
    if (!answer)
        return false;
    desk.enrolled.device = answer->device;
    desk.enrolled.incarnation = answer->incarnation;
    return gateway->sendPush({hello.token, answer->device, answer->incarnation, desk.entries}) &&
           gateway->receivePush();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 5) {
        std::fprintf(stderr, "URI AGENT DESKS RECORDS SPREAD_MS\n");
        return 2;
    }
    const QString uri = arguments.at(0);
    const int spread = arguments.at(4).toInt();
    const SystemClock clock;
    IdSource ids(clock);
    std::vector<StormDesk> desks(static_cast<std::size_t>(arguments.at(2).toInt()));
    for (StormDesk &desk : desks) {
        sync::EnrolRequest request;
        request.agent = arguments.at(1);
        request.password = crypto::Secret(qgetenv("REEVE_CENTRAL_PASSWORD"));
        request.deskName = u"storm"_s;
        auto enrolled = central::makeGateway(uri)->enrol(request);
        if (!enrolled) {
            std::fprintf(stderr, "enrol: %s\n", qPrintable(enrolled.error().detail));
            return 1;
        }
        desk.enrolled = std::move(*enrolled);
        desk.entries = records(ids, request.agent, arguments.at(3).toInt());
    }

    const auto begin = Steady::now() + std::chrono::seconds(1);
    std::mt19937 chance(1);
    std::vector<std::thread> threads;
    for (StormDesk &desk : desks) {
        const auto moment =
            begin + std::chrono::milliseconds(spread > 0 ? chance() % static_cast<unsigned>(spread) : 0);
        threads.emplace_back([&desk, &uri, moment] {
            std::this_thread::sleep_until(moment);
            while (!deliver(desk, uri) && ++desk.tries < 50)
                std::this_thread::sleep_for(std::chrono::milliseconds(500));
            desk.took = std::chrono::duration<double>(Steady::now() - moment).count();
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    std::sort(desks.begin(), desks.end(), [](const auto &a, const auto &b) { return a.took < b.took; });
    const auto at = [&](double part) { return desks[static_cast<std::size_t>(part * double(desks.size() - 1))].took; };
    int again = 0;
    for (const StormDesk &desk : desks)
        again += desk.tries;
    std::printf("{\"desks\":%zu,\"spread_ms\":%d,\"p50_s\":%.3f,\"p99_s\":%.3f,\"max_s\":%.3f,\"tried_again\":%d,"
                "\"total_s\":%.3f}\n",
                desks.size(), spread, at(0.5), at(0.99), at(1.0), again,
                std::chrono::duration<double>(Steady::now() - begin).count());
    return 0;
}
