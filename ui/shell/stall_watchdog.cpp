// SPDX-License-Identifier: MIT
#include "ui/shell/stall_watchdog.h"

#include <QEvent>

#include <ctime>

namespace reeve::ui {

using namespace std::chrono;

namespace {

microseconds threadTime()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return duration_cast<microseconds>(seconds(now.tv_sec) + nanoseconds(now.tv_nsec));
#else
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch());
#endif
}

} // namespace

void WatchedApplication::forget()
{
    m_longest = m_longestOwn = microseconds{0};
    m_longestWhat.clear();
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);

    // Read before: neither may be there any more afterwards.
    const char *className = receiver->metaObject()->className();
    const int type = event->type();
    ++m_depth;
    const auto wall = steady_clock::now();
    const auto own = threadTime();
    const bool result = QApplication::notify(receiver, event);
    const auto ownTook = threadTime() - own;
    const auto took = duration_cast<microseconds>(steady_clock::now() - wall);
    --m_depth;

    m_longest = std::max(m_longest, took);
    if (ownTook > m_longestOwn) {
        m_longestOwn = ownTook;
        m_longestWhat = QStringLiteral("%1, event %2").arg(QString::fromLatin1(className)).arg(type);
    }
    return result;
}

} // namespace reeve::ui
