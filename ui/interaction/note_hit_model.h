// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"
#include "ui/parts/stable_list_model.h"

namespace reeve::ui {

// One interaction that was found by its notes.
struct NoteHitRow
{
    services::NoteHit hit;

    [[nodiscard]] domain::InteractionId key() const { return hit.match.interaction; }
    friend bool operator==(const NoteHitRow &a, const NoteHitRow &b)
    {
        return a.key() == b.key() && a.hit.match.person == b.hit.match.person && a.hit.name == b.hit.name &&
               a.hit.match.snippet == b.hit.match.snippet && a.hit.match.marks == b.hit.match.marks &&
               a.hit.match.reasons == b.hit.match.reasons;
    }
};

// What was found in notes, newest first. Knows no widget; `desk` must outlive it.
class NoteHitModel final : public StableListModel<NoteHitRow>
{
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::UserRole + 1, // QString: what it was about
        WhoRole,                      // QString: whose it is, and when it was
        SnippetRole,                  // QString: the note around the words
    };

    explicit NoteHitModel(const services::Desk &desk, QObject *parent = nullptr) : StableListModel(parent), m_desk(desk)
    {}

    void setHits(const std::vector<services::NoteHit> &hits);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

private:
    [[nodiscard]] QString title(const services::NoteMatch &match) const;

    const services::Desk &m_desk;
};

} // namespace reeve::ui
