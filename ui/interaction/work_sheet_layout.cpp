// SPDX-License-Identifier: MIT
// Where the parts of the sheet stand.
#include "ui/interaction/caller_row.h"
#include "ui/interaction/disposition_row.h"
#include "ui/interaction/reason_field.h"
#include "ui/interaction/work_sheet.h"
#include "ui/parts/caption.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/message_line.h"
#include "ui/parts/note_editor.h"
#include "ui/privacy/flag_chooser.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int overhang = 10; // of a button without a border: its words stand in line with the rest

} // namespace

void WorkSheet::build()
{
    m_title->setProperty("role", u"panelTitle"_s);
    m_started->setProperty("role", u"secondary"_s);
    m_saved->setProperty("role", u"secondary"_s);
    m_saved->setObjectName(u"savedState"_s);
    m_missing->setProperty("role", u"secondary"_s);
    m_missing->setWordWrap(true);
    m_setAside->setProperty("role", u"quiet"_s);
    m_setAside->setIcon(icon(u"archive", Role::Secondary));
    m_note->setProperty("role", u"note"_s);
    m_note->setObjectName(u"noteField"_s);
    m_note->setLines(6);
    m_flag->setProperty("role", u"quiet"_s);
    m_flag->setIcon(icon(u"shield-exclamation", Role::Restricted));
    m_finish->setProperty("role", u"primary"_s);
    m_finish->setObjectName(u"finishButton"_s);
    m_finish->setMinimumHeight(32);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(0, 0, -overhang, 0);
    header->setSpacing(8);
    auto *what = new FlowLayout(8); // in large text one under the other
    what->addWidget(m_channelIcon);
    what->addWidget(m_title);
    what->addWidget(m_started);
    auto *level = new QVBoxLayout; // its words with those of the button
    level->setContentsMargins(0, 5, 0, 0);
    level->addLayout(what);
    header->addLayout(level, 1);
    header->addWidget(m_setAside, 0, Qt::AlignTop);

    auto *noteHeader = new QHBoxLayout;
    noteHeader->addWidget(m_noteCaption);
    noteHeader->addStretch(1);
    noteHeader->addWidget(m_saved);

    m_flagKey->setProperty("role", u"key"_s);
    auto *flagLine = new FlowLayout(8);
    flagLine->addWidget(m_flag);
    flagLine->addWidget(m_flagKey);
    auto *flagRow = new QHBoxLayout;
    flagRow->setContentsMargins(-overhang, 0, 0, 0);
    flagRow->addLayout(flagLine);
    m_flags->setSpacing(8);

    auto *body = new QWidget(this);
    body->setProperty("role", u"clear"_s);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addLayout(header);
    column->addSpacing(8);
    column->addWidget(m_caller);
    column->addSpacing(10);
    column->addWidget(m_reasonsCaption);
    column->addWidget(m_reasons);
    column->addSpacing(10);
    column->addLayout(noteHeader);
    column->addWidget(m_note, 1);
    column->addWidget(m_cardMessage);
    column->addLayout(flagRow);
    column->addWidget(m_chooser);
    column->addLayout(m_flags);
    column->addSpacing(6);
    column->addWidget(m_dispositionCaption);
    column->addWidget(m_disposition);

    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFixedHeight(1);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 8, 16, 12);
    footer->setSpacing(16);
    footer->addWidget(m_missing, 1);
    footer->addWidget(m_finish);
    auto *failure = new QHBoxLayout;
    failure->setContentsMargins(16, 4, 16, 0);
    failure->addWidget(m_failure);

    auto *sheet = new QVBoxLayout(this);
    sheet->setContentsMargins(0, 0, 0, 0);
    sheet->setSpacing(0);
    sheet->addWidget(m_scroll, 1);
    sheet->addWidget(line);
    sheet->addLayout(failure);
    sheet->addLayout(footer);
}

} // namespace reeve::ui
