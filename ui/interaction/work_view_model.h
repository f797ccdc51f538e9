// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/draft_view_model.h"

#include <vector>

namespace reeve::ui {

class OutgoingCheck;

// All interactions in work, and which of them is on screen. Knows no widget.
class WorkViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkViewModel)

public:
    // Both must outlive it.
    WorkViewModel(services::InteractionService &service, services::Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<DraftViewModel *> &drafts() const noexcept { return m_drafts; }
    [[nodiscard]] DraftViewModel *current() const; // nullptr when nothing is in work
    [[nodiscard]] int currentIndex() const noexcept { return m_current; }
    [[nodiscard]] DraftViewModel *setAside() const noexcept { return m_setAside; } // what undo would bring back
    // Another person is on screen than the one the interaction is about, and it has content already.
    [[nodiscard]] std::optional<domain::PersonId> otherPerson() const noexcept { return m_other; }
    [[nodiscard]] QString otherPersonName() const { return m_otherName; }

    // What stands against getting in touch with the person, and what may be done instead.
    [[nodiscard]] OutgoingCheck &outgoing() const noexcept { return *m_outgoing; }
    // All that was said is durable, and nothing is being finished.
    [[nodiscard]] bool isSaved() const;
    [[nodiscard]] std::optional<ErrorCode> failure() const; // why one could not be saved

    void load();                                  // what was in work when the program ended
    void prefer(const domain::InteractionId &id); // of what load() finds, or has found, the one to show
    [[nodiscard]] bool isLoaded() const noexcept { return m_isLoaded; }
    // What goes out to the person on screen is asked about first: see outgoing().
    void start(domain::Channel channel, domain::Direction direction);
    void switchTo(int index);
    // The person on screen. Nothing in work: the next interaction is about them. An interaction without a person, or
    // one in which nothing has been said: it is about them now. Otherwise it is asked: see otherPerson().
    void setPerson(const std::optional<domain::PersonId> &person, const QString &displayName, bool hasDied = false);
    // The name of somebody who is in work already: a draft knows the record only.
    void setName(const domain::PersonId &person, const QString &displayName);
    void adoptOther();
    void forgetOther();
    void finish();
    void discard();
    void undoDiscard();
    void saveAll();

signals:
    void loaded(); // or that failed
    void draftsChanged();
    void currentChanged();
    void otherPersonChanged();
    void setAsideChanged();
    void personRequested(const std::optional<reeve::domain::PersonId> &person);
    void finished(const reeve::domain::InteractionId &id, const std::optional<reeve::domain::PersonId> &person);
    void failed(reeve::ErrorCode code);

private:
    using With = std::optional<services::Spokesperson>;
    struct Start
    {
        domain::Channel channel;
        domain::Direction direction;
        std::optional<domain::PersonId> person;
        QString name; // of the person
        bool hasDied = false;
    };
    void startNow(const Start &start, const With &with);
    DraftViewModel *add(services::Draft draft);
    void remove(DraftViewModel *draft);
    void goTo(int index);
    void nameAll();
    [[nodiscard]] int preferredIndex() const;

    services::InteractionService &m_service;
    services::Desk &m_desk;
    OutgoingCheck *m_outgoing;
    std::vector<DraftViewModel *> m_drafts; // children
    int m_current = -1;
    domain::InteractionId m_preferred;
    bool m_isLoaded = false;
    bool m_isStarting = false;
    DraftViewModel *m_setAside = nullptr;
    std::optional<domain::PersonId> m_onScreen; // while nothing is in work
    QString m_onScreenName;
    bool m_hasOnScreenDied = false;
    std::optional<domain::PersonId> m_other;
    QString m_otherName;
    bool m_hasOtherDied = false;
};

} // namespace reeve::ui
