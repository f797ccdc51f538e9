// SPDX-License-Identifier: MIT
#include "ui/session/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace reeve::ui {

using namespace std::chrono_literals;

IdleLock::IdleLock(const Clock &clock, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_patience(patience)
{
    m_look.setInterval(1s);
    connect(&m_look, &QTimer::timeout, this, &IdleLock::check);
    QCoreApplication::instance()->installEventFilter(this);
    watch();
}

void IdleLock::watch()
{
    touch();
    m_look.start();
}

void IdleLock::rest()
{
    m_look.stop();
}

void IdleLock::touch()
{
    m_touched = m_clock.monotonic();
    m_touchedAt = m_clock.now();
}

// The monotonic clock stands still while a computer sleeps; the other one may be set back.
bool IdleLock::isOver() const
{
    return m_clock.monotonic() - m_touched >= m_patience || m_clock.now() - m_touchedAt >= m_patience;
}

void IdleLock::check()
{
    if (!m_look.isActive() || !isOver())
        return;
    rest();
    emit idle();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        if (m_look.isActive() && isOver()) {
            check();
            return true;
        }
        touch();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reeve::ui
