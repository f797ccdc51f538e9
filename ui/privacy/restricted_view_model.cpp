// SPDX-License-Identifier: MIT
#include "ui/privacy/restricted_view_model.h"

#include "ui/async/deliver.h"

namespace reeve::ui {

RestrictedViewModel::RestrictedViewModel(services::PrivacyService &privacy, services::SyncService &sync,
                                         QObject *parent)
    : QObject(parent),
      m_privacy(privacy),
      m_sync(sync)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownFor);
    connect(&m_timer, &QTimer::timeout, this, &RestrictedViewModel::hide);
}

void RestrictedViewModel::setPerson(const std::optional<domain::PersonId> &person, int count)
{
    const bool isOther = person != m_person;
    if (!isOther && static_cast<int>(m_marks.size()) == count)
        return;
    if (isOther) {
        hide();
        m_marks.clear();
        m_person = person;
        emit changed();
    }
    if (!person || count == 0)
        return;
    const quint64 request = ++m_request;
    deliver(m_privacy.itemsOf(*person), this,
            [this, request](const Result<std::vector<services::RestrictedMark>> &marks) {
                if (request != m_request)
                    return;
                if (marks) {
                    m_marks = *marks;
                    emit changed();
                } else if (marks.error().code != ErrorCode::Denied) { // denied: they may not even know
                    emit failed(marks.error().code);
                }
            });
}

void RestrictedViewModel::ask(const domain::RestrictedItemId &id)
{
    hide();
    m_item = id;
    m_state = State::Asking;
    emit changed();
}

void RestrictedViewModel::reveal(const QString &reason)
{
    if (m_state != State::Asking)
        return;
    if (reason.trimmed().size() < shortestReason) {
        emit failed(ErrorCode::InvalidInput);
        return;
    }
    m_state = State::Fetching;
    const quint64 request = ++m_request;
    emit changed();
    deliver(m_privacy.reveal(m_item, reason), this,
            [this, request, reason, item = m_item](const Result<services::Revealed> &revealed) {
                if (revealed)
                    emit traceSaved();
                if (request != m_request)
                    return;
                if (!revealed || !revealed->isAtCentre) {
                    answer(revealed);
                    return;
                }
                deliver(m_sync.reveal(item, reason), this,
                        [this, request](const Result<services::Revealed> &fromCentre) {
                            if (request == m_request)
                                answer(fromCentre);
                        });
            });
}

void RestrictedViewModel::answer(const Result<services::Revealed> &revealed)
{
    if (!revealed) {
        m_state = State::Asking;
        emit changed();
        emit failed(revealed.error().code);
        return;
    }
    m_revealed = *revealed;
    m_state = State::Revealed;
    m_timer.start();
    emit changed();
}

void RestrictedViewModel::hide()
{
    m_timer.stop();
    if (m_state == State::Marks)
        return;
    ++m_request; // an answer on its way comes too late
    m_revealed = {};
    m_item = {};
    m_state = State::Marks;
    emit changed();
}

} // namespace reeve::ui
