// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"

#include <QObject>
#include <QTimer>

namespace reeve::ui {

// One interaction in work: everything a handler says about it, saved while it is said. Knows no widget.
//
// Saves 400 ms after the last change, every 2 s while one goes on typing, and at once when asked to; one save is
// under way at a time. What failed to be saved is kept, said, and tried again with the next change.
class DraftViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftViewModel)

public:
    enum class State { Editing, Finishing, Finished, SetAside };
    enum class Caller { Person, SomebodyElse, Anonymous };
    // What is needed before it can be finished.
    enum class Missing { Party, Reason, Disposition, Detail, Evidence, Basis };

    // Both must outlive it.
    DraftViewModel(services::InteractionService &service, services::Desk &desk, services::Draft draft,
                   QObject *parent = nullptr);

    [[nodiscard]] const services::Draft &draft() const noexcept { return m_draft; }
    [[nodiscard]] const domain::Interaction &interaction() const noexcept { return m_draft.interaction; }
    [[nodiscard]] domain::InteractionId id() const { return m_draft.interaction.id; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] QString personName() const { return m_personName; }
    // Something was said in it, so that it belongs to its person for good.
    [[nodiscard]] bool hasContent() const;

    // --- saved? ---
    [[nodiscard]] bool isSaved() const noexcept { return m_changes == m_savedChanges; }
    [[nodiscard]] std::optional<Instant> savedAt() const noexcept { return m_savedAt; }
    [[nodiscard]] std::optional<ErrorCode> failure() const noexcept { return m_failure; }
    // Why finishing or setting aside did not succeed: until it is tried again, however well the draft is saved since.
    [[nodiscard]] std::optional<ErrorCode> actionFailure() const noexcept { return m_actionFailure; }

    // --- who ---
    [[nodiscard]] Caller caller() const;
    [[nodiscard]] domain::PartyRole callerRole() const; // Caller, Family, Advocate or Informant
    [[nodiscard]] QString callerName() const;           // as told, when somebody else calls or no record is open
    // Somebody who has died is not in touch: somebody else is for them, until it is said otherwise.
    void setPerson(const std::optional<domain::PersonId> &person, const QString &displayName, bool hasDied = false);
    void setCaller(Caller caller, domain::PartyRole role, const QString &nameAsTold);
    // Of what goes out: whether its person may be contacted that way, once it was asked. None: they may, or somebody
    // went on all the same. With somebody who has died it is never finished: it was with another.
    [[nodiscard]] std::optional<domain::ContactBar> contact() const noexcept { return m_contact; }
    void setContact(domain::ContactBar bar);

    // --- why, what, how it ended ---
    void addReason(const domain::ReasonCode &code);
    void removeReason(const domain::ReasonCode &code);
    void setNote(const QString &text);
    void setDisposition(const domain::DispositionCode &code);

    // --- restricted items ---
    [[nodiscard]] int restrictedCount() const;
    [[nodiscard]] QDate today() const; // by the desk's clock, here
    void addRestricted(const domain::BasisPreset &preset);
    void removeRestricted(const domain::RestrictedItemId &id);
    void setDetail(const domain::RestrictedItemId &id, const QString &detail);
    void setEvidence(const domain::RestrictedItemId &id, const QString &evidence);
    [[nodiscard]] bool needsEvidence(const domain::SpecialCategoryItem &item) const;
    [[nodiscard]] bool needsEvidence(const domain::CriminalOffenceItem &item) const;

    [[nodiscard]] std::vector<Missing> missing() const;
    [[nodiscard]] bool canFinish() const { return m_state == State::Editing && missing().empty(); }

    void saveNow();
    void finish();
    void discard();
    void restore();

signals:
    void changed();     // who, why, how it ended, restricted items, state
    void saveChanged(); // saved, not yet saved, could not be saved
    // Card data was taken out of the note or of a detail: the texts to show now are in draft().
    void cardMasked();
    void failed(reeve::ErrorCode code);
    void finished();
    void discarded();
    void restored();

private:
    void touch();
    void maskCards();

    services::InteractionService &m_service;
    services::Desk &m_desk;
    services::Draft m_draft;
    QString m_personName;
    std::optional<domain::ContactBar> m_contact;
    State m_state = State::Editing;
    quint64 m_changes = 0;      // counts what was said
    quint64 m_savedChanges = 0; // as of the last save that is durable
    bool m_isSaving = false;
    std::optional<Instant> m_savedAt;
    std::optional<ErrorCode> m_failure;
    std::optional<ErrorCode> m_actionFailure;
    QTimer m_pause; // since the last change
    QTimer m_cap;   // since the first change not saved
};

} // namespace reeve::ui
