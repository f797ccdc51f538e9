// SPDX-License-Identifier: MIT
#include "tests/core/services/sync_desk.h"

#include <QMutex>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QMutex mutex; // guards `said`
QStringList said;

void note(QtMsgType, const QMessageLogContext &context, const QString &message)
{
    const QMutexLocker lock(&mutex);
    said << QString::fromUtf8(context.category) + u": "_s + message;
}

// Everything logged meanwhile, by any thread.
struct Listening
{
    Listening() : before(qInstallMessageHandler(note)) { said.clear(); }
    ~Listening() { qInstallMessageHandler(before); }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

    QtMessageHandler before;
};

} // namespace

TEST_CASE("a day's work with an outage in it leaves nothing in the log", "[sync][logging]")
{
    const Listening listening;
    {
        ReferenceCentre centre;
        static_cast<void>(centre.givenPerson({{u"family_name"_s, u"Hayward"_s}}));
        SyncDesk desk(centre);
        CHECK(desk.sync().error().code == ErrorCode::SignInNeeded);
        desk.isReachable = false;
        static_cast<void>(desk.logs(20));
        CHECK(desk.sync(true).error().code == ErrorCode::Offline);
        desk.isReachable = true;
        REQUIRE(desk.sync(true));
        centre.endSessions();
        static_cast<void>(desk.logs(1));
        REQUIRE(desk.sync(true));
        centre.settle();
        REQUIRE(desk.sync(true));
        CHECK(desk.counts().safe == 21);
        desk.folder.reopen();
        const QString nowhere = desk.folder.path() + u"/nowhere"_s;
        CHECK(services::Desk::agentNames(nowhere).isEmpty());
    }
    const QMutexLocker lock(&mutex);
    CHECK(said.join(u'\n').toStdString() == "");
}
