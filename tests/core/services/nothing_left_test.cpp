// SPDX-License-Identifier: MIT
// What a session on a desk leaves behind in the process when it is closed: nothing.
#include "tests/core/services/running_sync.h"

#include <QDir>
#include <QThread>
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

    friend bool operator==(const Held &, const Held &) = default;

    static Held now() { return {entriesOf(u"/proc/self/task"_s), entriesOf(u"/proc/self/fd"_s)}; }

    // The kernel lists a thread for a moment after it was joined: what is held once nothing changes any more.
    static Held settled()
    {
        // Qt's own pool would keep a thread for half a minute in case there is more to do.
        QThreadPool::globalInstance()->waitForDone();
        Held held = now();
        for (int unchanged = 0, look = 0; unchanged < 20 && look < 500; ++look) {
            QThread::msleep(10);
            const Held next = now();
            unchanged = next == held ? unchanged + 1 : 0;
            held = next;
        }
        return held;
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
    const Held before = Held::settled();
    for (int i = 0; i < 3; ++i)
        workForAWhile();
    const Held after = Held::settled();
    CHECK(after.threads == before.threads);
    CHECK(after.files == before.files); // timers of Qt and of the kernel are files as well
}
