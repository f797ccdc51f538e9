// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace reeve::ui {

class DraftViewModel;

// Asks, before something goes out to a person, whether they may be contacted that way, and keeps the answer until the
// handler has chosen what to do instead. Knows no widget.
//
// Somebody who has died is not called and not written to: what goes out is about their estate, and with somebody else.
// Somebody whom nothing on record reaches may be tried all the same: the number may be on a letter in one's hand.
class OutgoingCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutgoingCheck)

public:
    // With whom it is instead; none: with the person after all.
    using With = std::optional<services::Spokesperson>;
    using Go = std::function<void(const With &with)>;

    struct Barred
    {
        domain::Channel channel;
        services::ContactCheck check;
        bool isInWork = false; // it has begun already
    };

    // `service` must outlive it.
    explicit OutgoingCheck(services::InteractionService &service, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Barred> &barred() const noexcept { return m_barred; } // waits for a choice
    [[nodiscard]] bool mayGoOn() const;                                                     // to the person themselves
    [[nodiscard]] bool isAsking() const noexcept { return m_isAsking; }

    // Calls `go` as soon as nothing stands against it, or somebody chose; never when it is let be.
    void askBefore(domain::Channel channel, const domain::PersonId &person, Go go);
    // The same for the interaction in work, whenever it goes out to its person; nullptr: nothing is in work.
    void follow(DraftViewModel *draft);

    void speakTo(std::size_t index); // of Barred::check.instead
    void speakToSomebodyElse();
    void goOn();
    void letBe();

signals:
    void changed();

private:
    void ask(domain::Channel channel, const domain::PersonId &person, const QPointer<DraftViewModel> &draft, Go go);
    void choose(const With &with);
    void clear();

    services::InteractionService &m_service;
    std::optional<Barred> m_barred;
    Go m_go;
    // What was asked about in the interaction in work; null: nothing goes out to a person.
    domain::InteractionId m_followed;
    domain::PersonId m_followedPerson;
    bool m_isAsking = false;
    quint64 m_request = 0;
};

} // namespace reeve::ui
