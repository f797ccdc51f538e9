// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/timeline_model.h"
#include "ui/interaction/timeline_panel.h"

#include <QListView>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace reeve::ui {

class AddedNote;
class LateFlag;
class MessageLine;
class TimelineActions;
class WhoseRow;

// What the timeline panel is made of. For its own files.
struct TimelinePanel::Parts
{
    QLabel *title;
    QComboBox *filter;
    QListView *list;
    QLabel *empty;
    MessageLine *beside; // whose timeline it is, while another person is being written down
    MessageLine *failure;
    TimelineActions *actions;
    QPushButton *close;
    AddedNote *note;
    domain::InteractionId noteFor; // what the note being typed belongs to, wherever the keyboard goes meanwhile
    WhoseRow *whose = nullptr;
    LateFlag *flag = nullptr;
    domain::InteractionId giving = {}; // what it is asked about
    QVBoxLayout *body = nullptr;

    // The interaction the keyboard is on; null on none.
    [[nodiscard]] domain::InteractionId current(const TimelineModel &model) const
    {
        const QModelIndex index = list->currentIndex();
        if (!index.isValid() || model.rows()[static_cast<size_t>(index.row())].isDay())
            return {};
        return model.rows()[static_cast<size_t>(index.row())].row.id;
    }
};

} // namespace reeve::ui
