// SPDX-License-Identifier: MIT
#include "ui/interaction/outgoing_check.h"

#include "ui/async/deliver.h"
#include "ui/interaction/draft_view_model.h"

#include <utility>

namespace reeve::ui {

using domain::ContactBar;

OutgoingCheck::OutgoingCheck(services::InteractionService &service, QObject *parent)
    : QObject(parent),
      m_service(service)
{}

bool OutgoingCheck::mayGoOn() const
{
    return m_barred && m_barred->check.ways.bar == ContactBar::NoWayIn;
}

void OutgoingCheck::askBefore(domain::Channel channel, const domain::PersonId &person, Go go)
{
    ask(channel, person, nullptr, std::move(go));
}

void OutgoingCheck::follow(DraftViewModel *draft)
{
    const bool goesOut = draft && draft->interaction().direction == domain::Direction::Outbound &&
                         draft->interaction().person && draft->caller() == DraftViewModel::Caller::Person &&
                         draft->contact() != ContactBar::None;
    if (!goesOut) {
        m_followed = {};
        if (m_barred && (draft || m_barred->isInWork))
            clear();
        return;
    }
    const domain::PersonId person = *draft->interaction().person;
    if (m_followed == draft->id() && m_followedPerson == person)
        return;
    m_followed = draft->id();
    m_followedPerson = person;
    ask(draft->interaction().channel, person, draft, [draft = QPointer(draft)](const With &with) {
        if (!draft)
            return;
        if (with)
            draft->setCaller(DraftViewModel::Caller::SomebodyElse, with->role, with->name);
        else
            draft->setContact(ContactBar::None);
    });
}

void OutgoingCheck::ask(domain::Channel channel, const domain::PersonId &person, const QPointer<DraftViewModel> &draft,
                        Go go)
{
    clear();
    m_isAsking = true;
    const bool isInWork = !draft.isNull();
    deliver(m_service.checkContact(person, channel), this,
            [this, request = m_request, channel, draft, isInWork,
             go = std::move(go)](const Result<services::ContactCheck> &check) {
                if (request != m_request)
                    return;
                m_isAsking = false;
                // What cannot be asked must not keep anybody from the telephone.
                if (!check || check->ways.isAllowed()) {
                    go(std::nullopt);
                    return;
                }
                m_barred = Barred{channel, *check, isInWork};
                m_go = go;
                if (draft)
                    draft->setContact(check->ways.bar);
                emit changed();
            });
}

void OutgoingCheck::speakTo(std::size_t index)
{
    if (m_barred && index < m_barred->check.instead.size())
        choose(m_barred->check.instead[index]);
}

void OutgoingCheck::speakToSomebodyElse()
{
    choose(services::Spokesperson());
}

void OutgoingCheck::goOn()
{
    if (mayGoOn())
        choose(std::nullopt);
}

void OutgoingCheck::letBe()
{
    clear();
}

void OutgoingCheck::choose(const With &with)
{
    if (!m_barred)
        return;
    const With chosen = with; // it may be one of what is cleared
    const Go go = m_go;
    clear();
    go(chosen);
}

void OutgoingCheck::clear()
{
    ++m_request; // an answer on its way comes too late
    m_isAsking = false;
    if (!m_barred)
        return;
    m_barred.reset();
    m_go = {};
    emit changed();
}

} // namespace reeve::ui
