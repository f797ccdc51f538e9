// SPDX-License-Identifier: MIT
// What a session on a desk leaves behind in the process when it is closed: nothing.
#include "tests/core/services/running_sync.h"

#include <QDir>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using Link = services::SyncStatus::Link;

namespace {

qsizetype entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System | QDir::Hidden).size();
}

struct Held
{
    qsizetype threads = 0;
    qsizetype files = 0;

    static Held now()
    {
        // Qt's own pool would keep a thread for half a minute in case there is more to do.
        QThreadPool::globalInstance()->waitForDone();
        return {entriesOf(u"/proc/self/task"_s), entriesOf(u"/proc/self/fd"_s)};
    }
};

void workForAWhile()
{
    ReferenceCentre centre;
    SyncDesk desk(centre);
    desk.isSignedIn();
    Running running(desk);
    running.service->start();
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Online; }));
    static_cast<void>(desk.logs(3));
    REQUIRE(running.eventually([](const auto &status) { return status.sent == 3; }));
    running.gateway->isReachable = false;
    REQUIRE(running.eventually([](const auto &status) { return status.link == Link::Offline; }));
}

} // namespace

TEST_CASE("a session that was closed leaves no thread, timer or file open", "[session][sync]")
{
    workForAWhile(); // what the libraries keep for good is there after the first one
    const Held before = Held::now();
    for (int i = 0; i < 3; ++i)
        workForAWhile();
    const Held after = Held::now();
    CHECK(after.threads == before.threads);
    CHECK(after.files == before.files); // timers of Qt and of the kernel are files as well
}
