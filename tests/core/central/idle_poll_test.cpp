// SPDX-License-Identifier: MIT
// A thousand desks ask every three seconds. What one of them costs while there is nothing new.
#include "tests/core/central/centre.h"

#include <QThread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Looks
{
    qint64 whole = 0;   // scans of a whole table
    qint64 probes = 0;  // looks into an index
    qint64 fetched = 0; // rows that came of them
};

// Of the tables that grow with the council. The few rows of agents, desks and settings are read with every call.
Looks looksAt(const Centre &centre, const QString &which)
{
    const QStringList found = centre
                                  .sql(u"SELECT coalesce(sum(seq_scan), 0), coalesce(sum(idx_scan), 0),"
                                       " coalesce(sum(idx_tup_fetch), 0) FROM pg_stat_user_tables WHERE schemaname ="
                                       " 'reeve' AND relname %1"_s.arg(which))
                                  .split(u'|');
    return {found.value(0).toLongLong(), found.value(1).toLongLong(), found.value(2).toLongLong()};
}

} // namespace

TEST_CASE("an idle desk costs the centre one probe of one index for each poll, and the line it stands at", "[central]")
{
    constexpr int polls = 20;
    const QString log = u"= 'change_log'"_s;
    const QString others = u"IN ('person', 'person_history', 'interaction', 'interaction_assignment', 'note', 'party',"
                           " 'restricted_mark', 'special_category_item', 'criminal_offence_item', 'conflict',"
                           " 'sync_entry', 'quarantine', 'merge_event', 'desk_interest', 'audit', 'desk_audit',"
                           " 'entry_news')"_s;
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(
        u"INSERT INTO reeve.change_log (kind, pk) SELECT 1, gen_random_uuid() FROM generate_series(1, 20000);"
        "VACUUM ANALYZE reeve.change_log"_s);
    for (bool isLast = false; !isLast;) {
        const auto page = desk.pull(10'000);
        REQUIRE(page);
        isLast = page->isLast;
    }
    const auto told = [&] { // a connection's counts are told when it ends
        desk.gateway().disconnect();
        return centre.sql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = '%1'"_s.arg(
                   desk.enrolment.poolUser)) == u"0"_s;
    };
    while (!told())
        QThread::msleep(5);
    const Looks logBefore = looksAt(centre, log);
    const Looks othersBefore = looksAt(centre, others);
    for (int poll = 0; poll < polls; ++poll) {
        const auto page = desk.pull(10'000);
        REQUIRE(page);
        REQUIRE(page->isLast);
    }
    while (!told())
        QThread::msleep(5);
    const Looks logAfter = looksAt(centre, log);
    const Looks othersAfter = looksAt(centre, others);
    CHECK(logAfter.probes - logBefore.probes == polls);
    CHECK(logAfter.whole == logBefore.whole);
    CHECK(logAfter.fetched - logBefore.fetched == polls);
    CHECK(othersAfter.probes == othersBefore.probes);
    CHECK(othersAfter.whole == othersBefore.whole);
}
