// SPDX-License-Identifier: MIT
#include "ui/shell/locked_desk.h"

#include "core/services/session/kept_place.h"
#include "core/services/sync/waiting_count.h"
#include "ui/async/deliver.h"
#include "ui/shell/workplace.h"

#include <algorithm>
#include <array>
#include <utility>

namespace reeve::ui {

using namespace std::chrono_literals;

namespace {

// Worth another try: somebody may make room, or the disk comes back.
bool mayPass(ErrorCode code)
{
    constexpr std::array passing{ErrorCode::DiskFull, ErrorCode::ReadOnly, ErrorCode::Io, ErrorCode::Busy};
    return std::find(passing.begin(), passing.end(), code) != passing.end();
}

} // namespace

LockedDesk::LockedDesk(const Services &services, Workplace &workplace, QObject *parent)
    : QObject(parent),
      m_services(services),
      m_workplace(workplace),
      m_atMost(services.desk.policy().lockedMinutes)
{
    m_look.setInterval(1s);
    connect(&m_look, &QTimer::timeout, this, &LockedDesk::check);
}

void LockedDesk::begin()
{
    m_step = Step::Waiting;
    m_since = m_services.desk.clock().now();
    m_sinceMonotonic = m_services.desk.clock().monotonic();
    m_isHandOver = false;
    m_look.start();
    say(false, {});
    m_services.sync.noteLocalChange(); // whatever was saved last goes now
    check();
}

void LockedDesk::end()
{
    m_step = Step::Unlocked;
    m_look.stop();
    if (std::exchange(m_hasKept, false)) // it was about to be closed
        static_cast<void>(services::takePlace(m_services.desk));
}

void LockedDesk::hold(bool isHeld)
{
    m_isHeld = isHeld;
    if (isHeld && m_step == Step::Due)
        m_step = Step::Waiting;
    if (!isHeld)
        check();
}

void LockedDesk::handOver()
{
    m_isHandOver = true;
    if (m_step == Step::Due)
        emit handOverDue();
    else
        check();
}

bool LockedDesk::isOver() const
{
    const Clock &clock = m_services.desk.clock();
    return clock.monotonic() - m_sinceMonotonic >= m_atMost || clock.now() - m_since >= m_atMost;
}

// By order of the council: there is no store any more that could keep anything.
bool LockedDesk::isWiped() const
{
    return m_services.sync.status().device == services::SyncStatus::Device::Wiped;
}

void LockedDesk::check()
{
    if (m_step != Step::Waiting || m_isHeld)
        return;
    m_workplace.flush(); // tries again what could not be saved
    if (!m_workplace.isSaved() && !isWiped()) {
        say(m_isSending, m_workplace.failure());
        if (m_failure && std::exchange(m_isHandOver, false))
            emit handOverRefused();
        return;
    }
    if (m_isHandOver || isOver() || isWiped()) {
        keepPlace();
        return;
    }
    m_step = Step::Counting;
    deliver(services::countWaiting(m_services.desk), this, [this](const Result<qint64> &waiting) {
        if (m_step != Step::Counting)
            return;
        m_step = Step::Waiting;
        if (waiting && *waiting == 0 && !m_isHeld)
            keepPlace();
        else
            say(waiting && *waiting > 0, {});
    });
}

void LockedDesk::keepPlace()
{
    m_step = Step::Keeping;
    m_hasKept = true;
    const Place place = m_workplace.place();
    deliver(services::keepPlace(m_services.desk, toText(place)), this,
            [this, holdsTyped = place.holdsTyped()](const Result<> &kept) { placeKept(kept, holdsTyped); });
}

void LockedDesk::placeKept(const Result<> &kept, bool holdsTyped)
{
    if (m_step != Step::Keeping)
        return; // unlocked meanwhile
    m_step = Step::Waiting;
    if (m_isHeld)
        return;
    if (!kept && holdsTyped && mayPass(kept.error().code)) {
        say(m_isSending, kept.error().code);
        if (std::exchange(m_isHandOver, false))
            emit handOverRefused();
        return;
    }
    m_step = Step::Due;
    if (m_isHandOver)
        emit handOverDue();
    else
        emit closeDue();
}

void LockedDesk::say(bool isSending, const std::optional<ErrorCode> &failure)
{
    if (isSending == m_isSending && failure == m_failure)
        return;
    m_isSending = isSending;
    m_failure = failure;
    emit changed();
}

} // namespace reeve::ui
