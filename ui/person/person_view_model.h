// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/still_right.h"
#include "core/services/person/people_at_address.h"
#include "core/services/person/tell_once_service.h"
#include "core/services/sync/sync_service.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace reeve::ui {

// The person on screen, and the names of those around them. Knows no widget.
class PersonViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonViewModel)

public:
    enum class State { Empty, Loading, Shown, Failed };
    enum class Mark { Confirmed, AllConfirmed, Unreachable, PassedOn };

    // `desk` and `people` must outlive it. Read afresh when `sync` says that something of the person is new.
    PersonViewModel(services::Desk &desk, services::PersonService &people, const services::SyncService &sync,
                    QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] std::optional<domain::PersonId> id() const noexcept { return m_id; }
    [[nodiscard]] const services::PersonView &view() const noexcept { return m_view; } // while Shown
    // Of one field, by its name in domain::toFields(): who said it, and when it was last right.
    [[nodiscard]] domain::ValueStanding standingOf(const QString &field) const;
    // What is most worth asking while one speaks to them.
    [[nodiscard]] const std::optional<domain::Question> &question() const noexcept { return m_question; }
    // Who must be told that they have died.
    [[nodiscard]] std::vector<domain::BereavementPolicy::Item> toBeTold() const;
    // Others at one of their addresses, the home unless another was asked for, as far as this desk knows them.
    [[nodiscard]] const std::vector<services::Occupant> &occupants() const noexcept { return m_occupants; }
    [[nodiscard]] const domain::Address *occupantsAt() const; // nullptr: no address
    [[nodiscard]] Instant now() const { return m_desk.clock().now(); }
    [[nodiscard]] int askAgainDays() const { return m_desk.policy().askAgainDays; }
    // Of somebody related who has a record of their own; empty while it is not known.
    [[nodiscard]] QString nameOf(const domain::PersonId &other) const { return m_known.value(other).name; }
    // Whom the window shows for that record: another where it was merged, as far as that is known.
    [[nodiscard]] domain::PersonId shownAs(const domain::PersonId &other) const;

    void open(const domain::PersonId &id); // the same one again: read afresh, what is shown stays meanwhile
    void clear();
    void lookAt(const QString &addressKey); // who else is or was there

    // Who speaks, and how: what is confirmed from now on is their word.
    void setTold(const services::ToldBy &told) { m_told = told; }
    void confirm(const QString &field);
    void confirmContactDetails(); // all of them
    void markUnreachable(const QString &field, services::UnreachableWhy why);
    void recordDeath(const services::DeathNotice &notice);
    void passOn(const QString &body);
    // What marked() told of, whoever is on screen by now.
    void takeBack(const services::WrittenMarks &written);
    [[nodiscard]] const services::ToldBy &told() const noexcept { return m_told; }

signals:
    void changed();
    void opened(const reeve::domain::PersonId &id, const QString &displayName);
    void failed(reeve::ErrorCode code);
    void localChange();                                                   // something that was said here is saved
    void marked(Mark mark, const reeve::services::WrittenMarks &written); // with what takeBack() needs
    void takenBack();
    void deathRecorded();

private:
    void load();
    void loadAround();
    void loadOccupants();
    void forgetAround();
    void storing(const QFuture<Result<>> &answer, void (PersonViewModel::*then)());
    void marking(const QFuture<Result<services::WrittenMarks>> &answer, Mark mark);
    void loadAgain(const std::optional<domain::PersonId> &id);

    services::Desk &m_desk;
    services::PersonService &m_people;
    services::TellOnceService m_once;
    services::ToldBy m_told;
    State m_state = State::Empty;
    std::optional<domain::PersonId> m_id;
    services::PersonView m_view;
    std::map<QString, domain::ValueStanding> m_standings;
    std::optional<domain::Question> m_question;
    std::vector<services::Occupant> m_occupants;
    QString m_lookedAt; // key of an address; empty: the home
    struct Known
    {
        domain::PersonId shownAs;
        QString name;
    };
    QHash<domain::PersonId, Known> m_known; // who is related, by the id their record is named with
    bool m_isAsked = false;                 // by open(), and not answered yet
    quint64 m_request = 0;
};

} // namespace reeve::ui
