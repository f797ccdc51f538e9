// SPDX-License-Identifier: MIT
// How the hand gets from one part of the window to the next.
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/person/find_box.h"
#include "ui/person/person_editor.h"
#include "ui/session/central_sign_in.h"
#include "ui/shell/start_bar.h"
#include "ui/shell/strip.h"
#include "ui/shell/workplace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>

namespace reeve::ui {

int Workplace::currentRegion() const
{
    const QWidget *focus = QApplication::focusWidget();
    const QWidget *regions[] = {m_strip, m_left, m_startBar, m_work, m_timeline};
    for (int i = 0; i < 5; ++i) {
        if (regions[i]->isAncestorOf(focus))
            return i;
    }
    return -1;
}

void Workplace::cycle(int step)
{
    const int start = currentRegion();
    for (int i = 1; i <= 5; ++i) {
        const int region = ((start < 0 ? -step : start) + i * step + 10) % 5;
        goTo(region);
        if (currentRegion() == region)
            return; // a region with nothing to focus is passed over
    }
}

void Workplace::goTo(int region)
{
    switch (region) {
    case 0:
        focusFind();
        break;
    case 1:
        if (m_left->currentWidget() == m_editor) {
            m_editor->focusFirst(); // not Cancel, which a space would press
            break;
        }
        for (QWidget *child : m_left->currentWidget()->findChildren<QWidget *>()) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(Qt::TabFocusReason);
                break;
            }
        }
        break;
    case 2:
        m_startBar->focusFirst();
        break;
    case 3:
        m_work->focusNote();
        break;
    default:
        m_timeline->focusList();
        break;
    }
}

void Workplace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_centralSignIn->isVisible())
        m_centralSignIn->close();
    else if (m_left->currentWidget() == m_editor)
        m_editor->cancel();
    else if (currentRegion() == 3)
        focusFind();
    else
        m_work->focusNote();
}

} // namespace reeve::ui
