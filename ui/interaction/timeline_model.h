// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"
#include "ui/parts/stable_list_model.h"

#include <QDate>

#include <optional>

namespace reeve::ui {

// A line of the timeline: the heading of a day, or one interaction under it.
struct TimelineLine
{
    QDate day;                 // of a heading; invalid for an interaction
    services::TimelineRow row; // of an interaction
    bool isExpanded = false;
    std::vector<domain::Note> notes; // whole, while it is expanded
    // Of one that is read by itself, not in somebody's timeline: whose it is. Without a name: nobody's.
    struct Whose
    {
        std::optional<domain::PersonId> person;
        QString name;
        bool mayBeGiven = false; // it was noted without a person
        friend bool operator==(const Whose &, const Whose &) = default;
    };
    std::optional<Whose> whose = {};

    [[nodiscard]] bool isDay() const { return day.isValid(); }
    [[nodiscard]] QString key() const { return isDay() ? day.toString(Qt::ISODate) : row.id.toString(); }
    friend bool operator==(const TimelineLine &a, const TimelineLine &b);
};

// Interactions, newest first, under the days they took place on.
class TimelineModel final : public StableListModel<TimelineLine>
{
    Q_OBJECT

public:
    enum Role {
        IsDayRole = Qt::UserRole + 1, // bool
        TimeRole,                     // QString: "10:02"
        IconRole,                     // QString: name of the channel's icon
        TitleRole,                    // QString: the reasons, or the channel where none was given
        NoteRole,                     // QString: how the note begins, in one line, or all of it while expanded
        OutcomeRole,                  // QString: how it ended, and with whom
        RestrictedRole,               // bool
        SentRole,                     // bool
        ExpandedRole,                 // bool
    };

    explicit TimelineModel(const services::Desk &desk, QObject *parent = nullptr)
        : StableListModel(parent),
          m_desk(desk)
    {}

    // Interactions, newest first; the days over them are put in. What is expanded stays so.
    void setLines(std::vector<TimelineLine> newest);
    void setExpanded(const domain::InteractionId &id, bool isExpanded, const std::vector<domain::Note> &notes);

    [[nodiscard]] const TimelineLine *lineOf(const domain::InteractionId &id) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override; // headings cannot be chosen
    void retranslate();

private:
    [[nodiscard]] QVariant dayData(const TimelineLine &line, int role) const;
    [[nodiscard]] QString title(const services::TimelineRow &row) const;
    [[nodiscard]] QString noteWords(const TimelineLine &line) const;
    [[nodiscard]] QString outcome(const TimelineLine &line) const;
    [[nodiscard]] QString spoken(const TimelineLine &line) const;

    const services::Desk &m_desk;
};

} // namespace reeve::ui
