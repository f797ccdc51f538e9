// SPDX-License-Identifier: MIT
#include "ui/interaction/work_tabs.h"

#include "ui/interaction/work_view_model.h"
#include "ui/parts/bold_room.h"
#include "ui/parts/button_words.h"
#include "ui/parts/flow_layout.h"
#include "ui/theme/icons.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QButtonGroup>
#include <QKeySequence>
#include <QPushButton>
#include <QScopedValueRollback>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

WorkTabs::WorkTabs(QWidget *parent) : QWidget(parent), m_tabs(new QButtonGroup(this)), m_row(new FlowLayout(0, this))
{
    setContentsMargins(8, 0, 8, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // Not idClicked: a screen reader toggles a button.
    connect(m_tabs, &QButtonGroup::idToggled, this, [this](int index, bool isChecked) {
        if (isChecked && !m_isShowing)
            emit chosen(index);
    });
}

void WorkTabs::show(const WorkViewModel &work)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const int count = static_cast<int>(work.drafts().size());
    for (int i = static_cast<int>(m_tabs->buttons().size()); i < count; ++i) {
        auto *tab = new QPushButton(this);
        tab->setProperty("role", u"tab"_s);
        tab->setCheckable(true);
        m_tabs->addButton(tab, i);
        m_row->addWidget(tab);
    }
    for (int i = static_cast<int>(m_tabs->buttons().size()) - 1; i >= count; --i)
        delete m_tabs->button(i);

    for (int i = 0; i < count; ++i) {
        const DraftViewModel &draft = *work.drafts()[static_cast<size_t>(i)];
        const QString at = timeWords(draft.interaction().startedAt);
        const QString what = draft.personName().isEmpty() ? words(draft.interaction().channel) : draft.personName();
        QAbstractButton *tab = m_tabs->button(i);
        tab->setIcon(icon(iconName(draft.interaction().channel), Role::Secondary));
        tab->setText(nameOnButton(*tab, tr("%1 %2", "time, who or what").arg(at, what)));
        const QString channel = words(draft.interaction().channel);
        tab->setAccessibleName(draft.personName().isEmpty()
                                   ? tr("In work: %1, started %2").arg(channel, at)
                                   : tr("In work: %1, %2, started %3").arg(channel, draft.personName(), at));
        if (i < 9) {
            const QKeySequence key(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i));
            tab->setToolTip(key.toString(QKeySequence::NativeText));
        }
        keepRoomForBold(*tab);
        tab->setChecked(i == work.currentIndex());
    }
    setVisible(count > 0);
}

} // namespace reeve::ui
